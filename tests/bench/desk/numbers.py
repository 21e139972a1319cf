"""Reads load.yml."""

from datetime import datetime
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("load.yml")


class Pace(BaseModel):
    """How often things happen, a second."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    messages_of_debtors: float
    messages_of_agents: float
    hand_overs: float
    takes: float
    closings: float
    typing: float
    deadlines: float

    def times(self, factor: float) -> "Pace":
        """All of it so many times as often."""
        return Pace(**{name: often * factor for name, often in self.model_dump().items()})


class Numbers(BaseModel):
    """How much is asked of the desk."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    consoles: int
    waiting: int
    held_by_each: int
    open_at: datetime
    closed_at: datetime
    pace: Pace
    seconds: int
    cut_off: int
    harder: float
    cards: int
    cards_in_browser: int

    @property
    def fresh(self) -> int:
        """Conversations that are still the assistant's, enough for all hand-overs."""
        return round(self.pace.hand_overs * self.seconds) + self.cards + self.cards_in_browser


def read_numbers() -> Numbers:
    """The numbers of the file."""
    return Numbers.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
