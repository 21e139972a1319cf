"""ISO weeks, as 2026-W53."""

import re
from datetime import date, timedelta

_WRITTEN = re.compile(r"^(\d{4})-W(\d{2})$")
_WEEK = 7


def week_of(day: date) -> str:
    """The week of the day; its year is not always the day's."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def days_of(week: str) -> list[date]:
    """The seven days of the week. Raises ValueError for one that there is not."""
    found = _WRITTEN.match(week)
    if found is None:
        raise ValueError("a week is written as 2026-W53")
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return [monday + timedelta(days=place) for place in range(_WEEK)]
