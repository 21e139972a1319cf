"""The numbers of absence.yml."""

from datetime import timedelta
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("absence.yml")


class Absence(BaseModel):
    """What absence.yml says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    come_back_after_hours: float
    over_after_days: float

    @property
    def pause(self) -> timedelta:
        """After it somebody comes back; before it they have only been quiet."""
        return timedelta(hours=self.come_back_after_hours)

    @property
    def end(self) -> timedelta:
        """After it the conversation is over."""
        return timedelta(days=self.over_after_days)


@cache
def absence() -> Absence:
    """The numbers, read once."""
    return Absence.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
