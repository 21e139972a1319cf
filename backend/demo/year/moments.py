"""When the year's conversations begin."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from backend.demo.year.shape import Shape, Spread

_HOUR_SECONDS = 3600


def begins(chance: Random, shape: Shape, zone: ZoneInfo, last: date, number: int) -> list[datetime]:
    """So many moments (UTC) of the year that ends with the day `last`."""
    days = [last - timedelta(days=back) for back in range(shape.days)]
    weights = [shape.months[day.month - 1] * shape.weekdays[day.weekday()] for day in days]
    chosen = chance.choices(days, weights, k=number)
    return [_moment(chance, shape, day, zone) for day in chosen]


def _moment(chance: Random, shape: Shape, day: date, zone: ZoneInfo) -> datetime:
    [hour] = chance.choices(range(len(shape.hours)), shape.hours)
    local = datetime.combine(day, time(hour), tzinfo=zone)
    return local.astimezone(UTC) + timedelta(seconds=chance.randrange(_HOUR_SECONDS))


def lasting(chance: Random, curve: Spread) -> timedelta:
    """How long something takes."""
    return timedelta(seconds=amount(chance, curve))


def amount(chance: Random, curve: Spread) -> float:
    """A number on the curve."""
    return curve.middle * chance.lognormvariate(0, curve.spread)


def ticking(chance: Random, start: datetime, curve: Spread) -> Iterator[datetime]:
    """Moments one after the other, from `start` on."""
    now = start
    while True:
        now += lasting(chance, curve)
        yield now
