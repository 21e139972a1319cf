"""Reads deadlines.yaml."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class DeadlineRules(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    soon_minutes: int
    missed_days: int
    most: int


@cache
def deadline_rules() -> DeadlineRules:
    """The numbers, read once."""
    file = Path(__file__).with_name("deadlines.yaml")
    return DeadlineRules.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
