"""Reads counting.yaml."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("counting.yaml")


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Helped(_Data):
    """By what a debtor says that the assistant helped."""

    intents: tuple[str, ...]
    rating: int


class Counting(_Data):
    """How is counted: units by the names of figures and charts, and the limits."""

    default_days: int
    most_days: int
    page: int
    over_after_minutes: int
    figures: dict[str, str]
    charts: dict[str, str]
    outcomes: tuple[str, ...]
    contained: frozenset[str]
    no_wish: tuple[str, ...]
    helped: Helped


@cache
def counting() -> Counting:
    """The file's content."""
    return Counting.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
