"""How days become a part of a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.plans.ledger.day_count import DayCount

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("since", "until", "actual", "thirty"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), 30, 29),  # the 31st is the 30th
        (date(2026, 1, 30), date(2026, 1, 31), 1, 0),
        (date(2026, 2, 28), date(2026, 3, 31), 31, 32),  # February ends as it does
        (date(2025, 12, 31), date(2026, 6, 30), 181, 180),
        (date(2024, 2, 28), date(2024, 2, 29), 1, 1),
    ],
)
def test_days_are_counted_as_the_convention_says(
    since: date, until: date, actual: int, thirty: int
):
    assert DayCount.ACT_365F.days(since, until) == actual
    assert DayCount.ACT_360.days(since, until) == actual
    assert DayCount.THIRTY_E_360.days(since, until) == thirty


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_twelve_months_of_thirty_days_are_a_year(day: date):
    later = day.replace(year=day.year + 1, day=min(day.day, 28))
    assert DayCount.THIRTY_E_360.days(day.replace(day=min(day.day, 28)), later) == 360


@given(DAYS, DAYS, DAYS, st.sampled_from(DayCount))
def test_days_add_up(first: date, second: date, third: date, count: DayCount):
    assert count.days(first, second) + count.days(second, third) == count.days(first, third)


@given(DAYS, st.sampled_from(DayCount))
def test_no_day_counts_backwards(day: date, count: DayCount):
    assert count.days(day, day + timedelta(days=1)) >= 0
