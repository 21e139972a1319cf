"""The numbers of rules.yml."""

from datetime import timedelta
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("rules.yml")


class Rules(BaseModel):
    """What rules.yml says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    new_conversation_after_hours: int
    window_hours: dict[str, int]
    give_up_after_hours: int
    longest_wait_seconds: int
    most_attempts: int
    lines_in_short: int

    def window(self, channel: str) -> timedelta | None:
        """How long after the person's last message may be written; None: always."""
        hours = self.window_hours.get(channel)
        return None if hours is None else timedelta(hours=hours)

    def wait(self, attempts: int) -> timedelta:
        """How long to wait after so many failed attempts."""
        return timedelta(seconds=min(2**attempts, self.longest_wait_seconds))


@cache
def rules() -> Rules:
    """The rules, read once."""
    return Rules.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
