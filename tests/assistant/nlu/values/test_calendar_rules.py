"""Days, weeks and months without words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant.nlu.values import calendar_rules as calendar

YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 730, 7)]


@pytest.mark.parametrize(
    ("year", "sunday"), [(2024, "2024-03-31"), (2026, "2026-04-05"), (2027, "2027-03-28")]
)
def test_easter_is_when_it_is(year: int, sunday: str) -> None:
    assert calendar.easter(year).isoformat() == sunday


def test_midsummer_eve_is_the_friday_before_the_day() -> None:
    rule = {"first": "06-19", "last": "06-20", "weekday": 5}
    assert calendar.holiday_span(rule, 2026)[0] == date(2026, 6, 19)
    assert calendar.holiday_span(rule, 2027)[0] == date(2027, 6, 25)


def test_a_month_on_from_the_last_of_january_is_the_last_of_february() -> None:
    assert calendar.add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)


def test_week_fifty_three_is_only_in_the_years_that_have_it() -> None:
    assert calendar.iso_week_to_come(date(2026, 11, 21), 53) == date(2026, 12, 28)
    assert calendar.iso_week_to_come(date(2027, 11, 21), 53) is None


@pytest.mark.parametrize("today", YEAR)
def test_what_is_to_come_is_never_past_and_never_far(today: date) -> None:
    for weekday in range(1, 8):
        assert 0 < (calendar.weekday_to_come(today, weekday) - today).days <= 7
    for day in (1, 15, 28, 29, 30, 31):
        assert 0 <= (calendar.day_to_come(today, day) - today).days <= 61
        assert 0 <= (today - calendar.day_gone_by(today, day)).days <= 61
        assert 0 < (calendar.pay_day_to_come(today, day) - today).days <= 31
