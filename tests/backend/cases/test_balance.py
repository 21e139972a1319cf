"""What is owed on a day."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from backend.cases.balance import Entry, balance_on
from backend.cases.kinds import EntryKind

DUE = date(2026, 1, 1)


def day(number: int) -> date:
    return DUE + timedelta(days=number)


PRINCIPAL = Entry(day(-30), EntryKind.PRINCIPAL, 1_000_000)


def interest(entries: list[Entry], on: int, rate: str = "10") -> int:
    return balance_on(day(on), entries, DUE, Decimal(rate)).running_interest


def test_a_balance_is_the_sum_of_its_parts():
    entries = [
        PRINCIPAL,
        Entry(day(15), EntryKind.FEE, 6_000),
        Entry(day(20), EntryKind.FEE, 18_000),
        Entry(day(40), EntryKind.PAYMENT, -100_000),
    ]
    balance = balance_on(day(50), entries, DUE, None)
    assert balance.parts == {
        EntryKind.PRINCIPAL: 1_000_000,
        EntryKind.FEE: 24_000,
        EntryKind.PAYMENT: -100_000,
    }
    assert balance.total == 924_000


def test_what_is_booked_later_is_not_owed_yet():
    entries = [PRINCIPAL, Entry(day(15), EntryKind.FEE, 6_000)]
    assert balance_on(day(14), entries, DUE, None).total == 1_000_000
    assert balance_on(day(15), entries, DUE, None).total == 1_006_000
    assert balance_on(day(-31), entries, DUE, None).total == 0


def test_ten_percent_of_ten_thousand_for_thirty_days_is_82_19():
    assert interest([PRINCIPAL], on=30) == 8_219


def test_no_interest_runs_before_the_due_date():
    assert interest([PRINCIPAL], on=-5) == 0
    assert interest([PRINCIPAL], on=0) == 0


def test_interest_runs_on_from_the_day_to_which_it_was_booked():
    booked = Entry(day(30), EntryKind.INTEREST, 8_219)
    assert interest([PRINCIPAL, booked], on=30) == 0
    assert interest([PRINCIPAL, booked], on=60) == 8_219


def test_fees_bear_no_interest():
    assert interest([PRINCIPAL, Entry(day(5), EntryKind.FEE, 500_000)], on=30) == 8_219


def test_a_payment_lowers_the_interest_from_its_day_on():
    paid = Entry(day(15), EntryKind.PAYMENT, -500_000)
    assert interest([PRINCIPAL, paid], on=30) == round(1_000_000 * 0.1 * 22.5 / 365)


def test_a_payment_goes_to_fees_before_principal():
    fee = Entry(day(0), EntryKind.FEE, 24_000)
    paid = Entry(day(0), EntryKind.PAYMENT, -24_000)
    assert interest([PRINCIPAL, fee, paid], on=30) == 8_219


def test_too_much_paid_makes_no_interest_below_zero():
    assert interest([PRINCIPAL, Entry(day(1), EntryKind.PAYMENT, -2_000_000)], on=30) == 274


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 300_000)), max_size=8),
    st.integers(0, 400),
)
def test_interest_never_exceeds_that_of_the_whole_principal(payments, on):
    entries = [PRINCIPAL, *(Entry(day(n), EntryKind.PAYMENT, -paid) for n, paid in payments)]
    assert 0 <= interest(entries, on) <= interest([PRINCIPAL], on)
