"""From which days a payment may have been moved: banks move it past weekends and holidays."""

from datetime import date, timedelta
from functools import cache

import holidays

#: Days that are no bank days although no law makes them a holiday.
_BANKS_ARE_CLOSED = {(12, 24), (12, 31)}


def may_be_moved_from(due: date, country: str) -> list[date]:
    """The day itself, and the days off right before it."""
    days = [due]
    while _is_off(days[-1] - timedelta(days=1), country):
        days.append(days[-1] - timedelta(days=1))
    return days


def _is_off(day: date, country: str) -> bool:
    return (
        day.weekday() >= 5 or day in _holidays(country) or (day.month, day.day) in _BANKS_ARE_CLOSED
    )


@cache
def _holidays(country: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country)
