"""Arithmetic of days, weeks and months. No words here."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Optional

MONTHS_IN = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
DAYS_IN = {"day": 1, "week": 7}


def clamped(year: int, month: int, day: int) -> date:
    """That day of the month, or its last where it is shorter; a month 13 is the next January."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def last_of_month(day: date) -> date:
    """The last day of a day's month."""
    return clamped(day.year, day.month, 31)


def month_start(today: date, ahead: int) -> date:
    """The first of the month that many months on."""
    return clamped(today.year, today.month + ahead, 1)


def add_months(day: date, months: int) -> date:
    """The same day that many months on, or the last of a shorter month."""
    return clamped(day.year, day.month + months, day.day)


def valid(year: int, month: int, day: int) -> Optional[date]:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_to_come(today: date, day: int) -> date:
    """The next such day of a month, today counted; a month without it is passed over."""
    months = (month_start(today, ahead) for ahead in range(4))
    days = (valid(first.year, first.month, day) for first in months)
    return next(found for found in days if found and found >= today)


def day_gone_by(today: date, day: int) -> date:
    """The latest such day of a month, today counted."""
    months = (month_start(today, -back) for back in range(4))
    days = (valid(first.year, first.month, day) for first in months)
    return next(found for found in days if found and found <= today)


def pay_day_to_come(today: date, day: int) -> date:
    """The next pay day after today; 31 is the last day of any month."""
    this_month = clamped(today.year, today.month, day)
    return this_month if this_month > today else clamped(today.year, today.month + 1, day)


def weekday_to_come(today: date, weekday: int) -> date:
    """The next Monday (1) to Sunday (7) after today."""
    return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)


def week_start(today: date, ahead: int) -> date:
    """Monday of the week that many weeks on."""
    return today + timedelta(days=1 - today.isoweekday() + 7 * ahead)


def iso_week_to_come(today: date, week: int) -> Optional[date]:
    """Monday of the next ISO week with that number, the running one counted."""
    for year in (today.isocalendar()[0], today.isocalendar()[0] + 1):
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            continue
        if monday + timedelta(days=6) >= today:
            return monday
    return None


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letters of the published rule
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday_span(rule: Mapping[str, Any], year: int) -> tuple[date, date]:
    """First and last day of a holiday of the lexicon in a year."""
    if "easter" in rule:
        first, last = rule["easter"]
        return easter(year) + timedelta(days=first), easter(year) + timedelta(days=last)
    (month, day), (last_month, last_day) = _month_day(rule["first"]), _month_day(rule["last"])
    first_day = date(year, month, day)
    if "weekday" in rule:  # the first such weekday in a stretch: midsummer
        first_day += timedelta(days=(rule["weekday"] - first_day.isoweekday()) % 7)
        return first_day, first_day + timedelta(days=1)
    return first_day, date(year + (last_month < month), last_month, last_day)


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
