"""Interest between days: exact, and rounded once."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.plans.law.late_interest import RateUnknown
from backend.plans.ledger.day_count import DayCount
from backend.plans.ledger.interest import InterestClock, RatedDays, Segment
from backend.plans.ledger.terms import agreed_interest, no_interest

START = date(2026, 1, 1)
#: Ten percent to the end of June, eight to the end of September, and then nobody knows.
HALVES = (
    RatedDays(date(2026, 1, 2), date(2026, 6, 30), Decimal("10")),
    RatedDays(date(2026, 7, 1), date(2026, 9, 30), Decimal("8.5")),
)
DAYS = st.integers(0, 260).map(lambda number: START + timedelta(days=number))


def clock(day_count: DayCount = DayCount.ACT_365F, **other: date) -> InterestClock:
    return InterestClock(START, day_count, HALVES, **other)


def day(number: int) -> date:
    return START + timedelta(days=number)


def interest(clock: InterestClock, since: date, until: date, principal: int = 1_000_000) -> int:
    return clock.rounded(clock.numerator(principal, since, until))


@pytest.mark.parametrize(
    ("day_count", "owed"),
    [
        (DayCount.ACT_365F, 8_219),  # 10 000 x 10 % x 30/365 = 82.1917
        (DayCount.ACT_360, 8_333),  # 10 000 x 10 % x 30/360 = 83.3333
        (DayCount.THIRTY_E_360, 8_333),  # a month of thirty days
    ],
)
def test_ten_percent_of_ten_thousand_for_thirty_days(day_count: DayCount, owed: int):
    start = date(2026, 4, 1)
    ten = agreed_interest(Decimal("10"), start, day_count)
    assert interest(ten, start, date(2026, 5, 1)) == owed


def test_the_due_day_bears_no_interest_and_the_day_after_does():
    assert interest(clock(), START, START) == 0
    assert interest(clock(), START, day(1)) == 274  # 10 000 x 10 % / 365 = 2.7397


def test_no_interest_runs_before_its_start():
    assert interest(clock(), day(-100), day(30)) == interest(clock(), START, day(30))
    assert interest(clock(), day(-100), day(-1)) == 0


def test_no_interest_runs_after_its_end():
    ends = clock(until=day(10))
    assert interest(ends, START, day(400)) == interest(clock(), START, day(10))


def test_each_days_interest_has_the_rate_of_that_day():
    # 10 000 x (10 % x 1 day + 8.5 % x 2 days) / 365 = 2.7397 + 4.6575 = 7.3973
    assert interest(clock(), date(2026, 6, 29), date(2026, 7, 2)) == 740


def test_the_segments_say_how_it_is_reckoned():
    assert clock().segments(500, date(2026, 6, 29), date(2026, 7, 2)) == (
        Segment(date(2026, 6, 30), date(2026, 6, 30), 1, 500, Decimal("10")),
        Segment(date(2026, 7, 1), date(2026, 7, 2), 2, 500, Decimal("8.5")),
    )


def test_nothing_is_reckoned_past_the_last_known_rate():
    last = date(2026, 9, 30)
    assert interest(clock(), START, last) > 0
    with pytest.raises(RateUnknown) as raised:
        clock().numerator(1, START, last + timedelta(days=1))
    assert raised.value.since == date(2026, 10, 1)


def test_nothing_owed_needs_no_rate():
    assert clock().numerator(0, START, date(2030, 1, 1)) == 0


def test_a_claim_may_have_no_known_rate_from_its_first_day():
    with pytest.raises(RateUnknown) as raised:
        InterestClock(START).numerator(1, START, day(1))
    assert raised.value.since == day(1)


def test_where_none_runs_none_is_owed_on_any_day():
    assert interest(no_interest(START), START, date(2090, 1, 1)) == 0


def test_rates_follow_each_other():
    gap = InterestClock(START, rates=(HALVES[0], RatedDays(day(300), day(301), Decimal(1))))
    with pytest.raises(ValueError, match="does not follow"):
        gap.weight(day(2))


def test_half_a_minor_unit_is_rounded_up():
    half = clock().denominator // 2
    assert [clock().rounded(half - 1), clock().rounded(half), clock().rounded(0)] == [0, 1, 0]


@given(st.integers(1, 10**9), DAYS, DAYS, DAYS, st.sampled_from(DayCount))
def test_the_interest_of_two_spans_is_exactly_that_of_both(
    principal: int, first: date, second: date, third: date, count: DayCount
):
    first, second, third = sorted((first, second, third))
    whole = clock(count).numerator(principal, first, third)
    parts = clock(count).numerator(principal, first, second)
    assert whole == parts + clock(count).numerator(principal, second, third)


@given(st.integers(1, 10**9), DAYS, DAYS, st.sampled_from(DayCount))
def test_the_segments_give_the_same_interest(
    principal: int, since: date, until: date, count: DayCount
):
    numerator = clock(count).numerator(principal, since, until)
    exact = sum(
        (
            Fraction(part.rate) / 100 * part.principal * part.days / count.year
            for part in clock(count).segments(principal, since, until)
        ),
        Fraction(0),
    )
    assert Fraction(numerator, clock(count).denominator) == exact


@given(st.integers(0, 10**9), DAYS, DAYS)
def test_more_days_never_cost_less(principal: int, one: date, other: date):
    sooner, later = sorted((one, other))
    assert interest(clock(), START, sooner, principal) <= interest(clock(), START, later, principal)
