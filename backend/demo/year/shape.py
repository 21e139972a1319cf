"""Reads shape.yaml."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from backend.handoff.kinds import Outcome

_FILE = Path(__file__).with_name("shape.yaml")


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Visit(_Data):
    """What debtors come with, and how it ends."""

    weight: float
    wishes: tuple[str, ...]
    ends: str | None = None
    person: str | None = None


class Spread(_Data):
    """A log-normal curve: half is below `middle`."""

    middle: float
    spread: float


class PlanShape(_Data):
    """How plans are wished for."""

    small: float
    countered: float
    referred: float


class PersonShape(_Data):
    """How much likelier a person is than the weights say; `language` has an `otherwise`."""

    language: dict[str, float]
    open: float
    closed: float


class Shape(_Data):
    """The whole file; what its parts mean is said there."""

    seed: int
    days: int
    conversations: dict[str, int]
    months: tuple[float, ...]
    weekdays: tuple[float, ...]
    hours: tuple[float, ...]
    own_language: float
    channels: dict[str, float]
    identified: float
    identified_later: float
    missed: dict[str, float]
    missed_in_channel: dict[str, float]
    leaves_after_miss: float
    person_after_second_miss: float
    rated: float
    scores: dict[str, tuple[float, ...]]
    person: PersonShape
    visits: tuple[Visit, ...]
    answers: dict[str, str]
    asks: frozenset[str]
    offers: frozenset[str]
    concludes: dict[str, str]
    plan: PlanShape
    deferral_days: tuple[int, ...]
    between_messages: Spread
    assistant_milliseconds: Spread
    person_takes: Spread
    person_writes: Spread
    returned: float
    outcomes: dict[Outcome, float]


@cache
def read_shape() -> Shape:
    """The shape of the year."""
    return Shape.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
