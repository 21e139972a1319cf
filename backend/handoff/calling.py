"""When somebody is called: times inside the opening hours, offered or wished for."""

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from backend.clients.hours import OpeningHours

_FILE = Path(__file__).with_name("calling.yaml")
_DAY = timedelta(days=1)
Number = Annotated[int, Field(strict=True, ge=0)]


class CallRules(BaseModel):
    """The file calling.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    times_of_day: tuple[time, ...]
    offered: Number
    apart_minutes: Number
    soonest_minutes: Number
    before_closing_minutes: Number
    days_ahead: Number


@cache
def call_rules() -> CallRules:
    """The numbers, read once a process."""
    return CallRules.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def call_times(hours: OpeningHours, now: datetime, on: date | None = None) -> list[datetime]:
    """The times that are offered, in the client's zone; of the day `on` alone if it is given."""
    rules = call_rules()
    soonest = now + timedelta(minutes=rules.soonest_minutes)
    first = now.astimezone(hours.zone).date()
    days = [on] if on else [first + number * _DAY for number in range(rules.days_ahead + 1)]
    chosen: list[datetime] = []
    for at in (at for day in days for at in _times_of(hours, day)):
        if at < soonest or len(chosen) == rules.offered:
            continue
        if not chosen or on or at - chosen[-1] >= timedelta(minutes=rules.apart_minutes):
            chosen.append(at)
    return chosen


def call_at(
    hours: OpeningHours, now: datetime, on: date | None, clock: time | None
) -> datetime | None:
    """The time nearest to a wish for a day, a time of day, or both; None without a wish.

    None too where nobody is there from then on for a month. A wish for what is over is one for the
    next time, and one too far ahead for the last day that can be picked.
    """
    if on is None and clock is None:
        return None
    today = now.astimezone(hours.zone).date()
    latest = today + call_rules().days_ahead * _DAY
    day = min(on or today, latest)
    if clock is None:
        offered = call_times(hours, now, day)
        return offered[0] if offered else _open_from(hours, now, _at(hours, day, time()))
    wished = _at(hours, day, clock)
    if on is None and (wished <= now or not _is_callable(hours, wished)):
        # A time of day alone is meant for the next day that has it.
        days = (today + number * _DAY for number in range(call_rules().days_ahead + 1))
        later = (_at(hours, one, clock) for one in days)
        wished = next((at for at in later if at > now and _is_callable(hours, at)), wished)
    return _open_from(hours, now, wished)


def _open_from(hours: OpeningHours, now: datetime, wished: datetime) -> datetime | None:
    if wished > now and hours.is_open(wished):
        return wished
    return hours.next_opening(max(wished, now))


def _times_of(hours: OpeningHours, day: date) -> list[datetime]:
    times = [_at(hours, day, clock) for clock in call_rules().times_of_day]
    found = [at for at in times if _is_callable(hours, at)]
    if found:
        return found
    opening = hours.next_opening(_at(hours, day, time()))
    return [opening] if opening is not None and opening.date() == day else []


def _is_callable(hours: OpeningHours, at: datetime) -> bool:
    margin = timedelta(minutes=call_rules().before_closing_minutes)
    closing = hours.closing(at)
    return closing is not None and closing - at >= margin


def _at(hours: OpeningHours, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=hours.zone)
