"""What has to be paid in instalments, frozen and with daily interest."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.plans import RateUnknown
from backend.plans.claim import Parts
from backend.plans.ledger.allocation import order_of
from backend.plans.ledger.balance import balance_on
from backend.plans.ledger.day_count import DayCount
from backend.plans.ledger.entry import Entry, EntryKind
from backend.plans.ledger.interest import InterestClock, RatedDays
from backend.plans.ledger.terms import agreed_interest
from backend.plans.negotiation.course import UNENDING, Charges, Frozen, Running, Weights
from backend.plans.negotiation.schedule import Size

ON = date(2026, 5, 4)
DUES = [ON + timedelta(days=30 * number) for number in range(1, 61)]
NONE = Charges()
ORDERS = [
    ("cost", "fee", "interest", "principal"),
    ("interest", "principal", "fee", "cost"),
    ("interest", "fee", "principal", "cost"),
]


def clock(rate: str) -> InterestClock:
    return agreed_interest(Decimal(rate), ON, DayCount.ACT_365F)


def running(parts: Parts, rate: str = "10", charges: Charges = NONE, down: int = 0) -> Running:
    return Running(parts, Weights(clock(rate), ON, DUES), charges, down)


def test_a_frozen_amount_takes_as_many_payments_as_it_has_to():
    course = Frozen(486000)
    assert course.number_for(50000) == 10
    assert course.payments(Size(50000, 10)) == (50000,) * 9 + (36000,)


def test_a_frozen_total_that_does_not_come_out_even_leaves_the_smaller_part_for_the_last():
    course = Frozen(1000)
    assert course.payments(Size(course.instalment_for(3), 3)) == (334, 334, 332)


def test_a_fee_and_notices_are_paid_with_a_plan_of_several_payments():
    course = Frozen(100000, Charges(fee=17000, notice=500))
    assert course.instalment_for(6) == 19500 + 500
    assert sum(course.payments(Size(20000, 6))) == 100000 + 17000 + 6 * 500


def test_paying_all_at_once_costs_neither_fee_nor_notice():
    course = Frozen(100000, Charges(fee=17000, notice=500))
    assert course.instalment_for(1) == 100000
    assert course.number_for(100000) == 1
    assert course.payments(Size(100000, 1)) == (100000,)


def test_an_instalment_that_only_pays_its_own_notice_never_ends():
    assert Frozen(100000, Charges(notice=500)).number_for(500) == UNENDING


def test_an_instalment_below_the_interest_never_ends():
    assert running(Parts(10_000_000), rate="24").number_for(100_000) == UNENDING


def test_interest_runs_on_what_is_left_of_the_principal():
    # 10 000.00 at 10 % a year. By hand, actual days of 365, thirty days between the payments:
    # 5 000.00 are left after the first payment of 5 082.19 = 5 000 + 82.19 (10 000 x 0.1 x 30/365),
    # and 5 000 x 0.1 x 30/365 = 41.10 comes to them: 5 041.10 at the end.
    course = running(Parts(1_000_000))
    assert course.payments(Size(508_219, 2)) == (508_219, 504_110)


def test_the_first_payment_goes_to_what_is_paid_before_the_principal():
    # Of the first 5 182.19, 100.00 go to the fee and 82.19 to the interest of thirty days; so
    # 5 000.00 are left, as if the fee had been paid by itself.
    course = running(Parts(1_000_000, fee=10_000))
    assert course.payments(Size(518_219, 2)) == (518_219, 504_110)


@pytest.mark.parametrize("order", ORDERS)
@given(
    principal=st.integers(1_000, 5_000_000),
    fee=st.integers(0, 50_000),
    cost=st.integers(0, 50_000),
    interest=st.integers(0, 50_000),
    number=st.integers(1, 36),
    rate=st.sampled_from(["0.5", "8", "12.5", "24"]),
)
def test_payments_made_on_their_days_pay_the_ledger_off_to_the_cent(
    order, principal, fee, cost, interest, number, rate
):
    parts = Parts(principal, interest, fee, cost, paid_first=order)
    course = running(parts, rate)
    size = Size(course.instalment_for(number), number)
    payments = course.payments(size)
    booked = [
        Entry(ON, EntryKind.PRINCIPAL, principal),
        *(
            Entry(ON, kind, amount)
            for kind, amount in [
                (EntryKind.INTEREST, interest),
                (EntryKind.FEE, fee),
                (EntryKind.COST, cost),
            ]
            if amount
        ),
        *(Entry(due, EntryKind.PAYMENT, -paid) for due, paid in zip(DUES, payments)),
    ]
    last = DUES[len(payments) - 1]
    balance = balance_on(last, booked, clock(rate), order_of(order))
    assert balance.total == 0
    assert balance.overpaid == 0


@given(
    principal=st.integers(10_000, 5_000_000),
    fee=st.integers(0, 20_000),
    notice=st.integers(0, 5_000),
    down=st.integers(0, 5_000),
    number=st.integers(1, 36),
    rate=st.sampled_from(["0.5", "12.5", "24"]),
)
def test_the_instalment_is_the_smallest_that_is_enough(principal, fee, notice, down, number, rate):
    course = running(Parts(principal), rate, Charges(fee, notice, bool(down)), down)
    instalment = course.instalment_for(number)
    payments = course.payments(Size(instalment, number))
    assert len(payments) <= number
    assert 0 < payments[-1] <= instalment
    if instalment > 1:
        with pytest.raises(AssertionError, match="does not pay off"):
            course.payments(Size(instalment - 1, number))


@given(
    principal=st.integers(100_000, 5_000_000),
    number=st.integers(2, 35),
    rate=st.sampled_from(["0.5", "12.5", "24"]),
    notice=st.integers(0, 500),
)
def test_one_more_payment_never_raises_the_instalment(principal, number, rate, notice):
    for course in (
        running(Parts(principal), rate, Charges(notice=notice)),
        Frozen(principal, Charges(notice=notice)),
    ):
        assert course.instalment_for(number + 1) <= course.instalment_for(number)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_frozen_payments_of_an_amount_sum_to_the_total(total, amount):
    course = Frozen(total)
    instalment = min(amount, total)
    number = course.number_for(instalment)
    if number < UNENDING:
        assert sum(course.payments(Size(instalment, number))) == total


def test_interest_is_not_reckoned_past_the_last_known_rate():
    until = DUES[2]
    known = InterestClock(ON, rates=(RatedDays(ON + timedelta(days=1), until, Decimal(10)),))
    course = Running(Parts(1_000_000), Weights(known, ON, DUES), Charges())
    assert len(course.payments(Size(course.instalment_for(3), 3))) == 3
    with pytest.raises(RateUnknown):
        course.instalment_for(4)
