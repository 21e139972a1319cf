"""How fast a client's people have really taken who waited, and what that makes of a place.

Measured is only the time from one taking to the next of somebody who had waited already: who comes
while nobody waits is taken at once, and that says nothing of how fast a queue moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from backend.clients.hours import OpeningHours

_FILE = Path(__file__).with_name("pace.yaml")
_MINUTE = 60
Number = Annotated[int, Field(strict=True, ge=1)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Measured(_Section):
    """From what the pace is measured."""

    open_hours: Number
    least: Number
    most: Number


class ToldAgain(_Section):
    """When a debtor who waits hears of it again."""

    longer_by_minutes: Number
    shorter_by_minutes: Number
    not_before_minutes: Number
    when_next: bool
    channels: tuple[str, ...]


class PaceRules(_Section):
    """The file pace.yaml."""

    measured: Measured
    said_minutes: tuple[Number, ...]
    told_again: ToldAgain
    seconds_between_looks: Number
    seconds_between_rounds: Number
    milliseconds_between_tellings: Number
    most_told_a_round: Number


@cache
def pace_rules() -> PaceRules:
    """The numbers, read once a process."""
    return PaceRules.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Taking:
    """Somebody asked for a person, and was taken by one."""

    asked: datetime
    taken: datetime
    by: str


@dataclass(frozen=True)
class Pace:
    """On average every so many open seconds one was taken, while so many people worked."""

    seconds: float
    people: int

    def wait_seconds(self, place: int, people_now: int) -> float:
        """How long until the one at `place` (from 1) is taken by as many as work now."""
        return place * self.seconds * self.people / people_now


def pace_of(takings: Sequence[Taking], hours: OpeningHours) -> Pace | None:
    """The pace of takings in the order of `taken`; None where too little is measured."""
    spans = [
        hours.open_seconds(before.taken, now.taken)
        for before, now in pairwise(takings)
        if now.asked < before.taken and hours.is_open(now.taken)
    ]
    if len(spans) < pace_rules().measured.least:
        return None
    people = len({taking.by for taking in takings})
    return Pace(sum(spans) / len(spans), people)


def said_minutes(seconds: float) -> int | None:
    """The wait as it is told: rounded up, and nothing when it is longer than what is told."""
    longer = (one for one in pace_rules().said_minutes if one * _MINUTE >= seconds)
    return next(longer, None)
