"""Reads load.yml."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("load.yml")


class Numbers(BaseModel):
    """How much is asked of the desk."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    consoles: int
    waiting: int
    held_by_each: int
    seconds: int
    messages_of_debtors: float
    messages_of_agents: float
    hand_overs: float
    takes: float
    closings: float
    cut_off: int
    cards: int
    cards_in_browser: int


def read_numbers() -> Numbers:
    """The numbers of the file."""
    return Numbers.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
