"""What is owed on a day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from backend.plans.law.late_interest import RateUnknown
from backend.plans.ledger.allocation import order_of
from backend.plans.ledger.balance import Balance, balance_on
from backend.plans.ledger.day_count import DayCount
from backend.plans.ledger.entry import Entry, EntryKind
from backend.plans.ledger.interest import InterestClock, RatedDays
from backend.plans.ledger.terms import agreed_interest, no_interest

DUE = date(2026, 1, 1)
ORDER = order_of(("cost", "fee", "interest", "principal"))
TEN = agreed_interest(Decimal("10"), DUE, DayCount.ACT_365F)
NONE = no_interest(DUE)


def day(number: int) -> date:
    return DUE + timedelta(days=number)


PRINCIPAL = Entry(day(-30), EntryKind.PRINCIPAL, 1_000_000)


def fee(at: int, amount: int, **more: int) -> Entry:
    return Entry(day(at), EntryKind.FEE, amount, **more)


def paid(at: int, amount: int, kind: EntryKind = EntryKind.PAYMENT, **more: int) -> Entry:
    return Entry(day(at), kind, -amount, **more)


def balance(entries: list[Entry], on: int, clock: InterestClock = TEN) -> Balance:
    return balance_on(day(on), entries, clock, ORDER)


def interest(entries: list[Entry], on: int) -> int:
    return balance(entries, on).running_interest


def test_a_balance_is_the_sum_of_its_parts():
    found = balance([PRINCIPAL, fee(15, 6_000), fee(20, 18_000), paid(40, 100_000)], 50, NONE)
    assert found.parts == {
        EntryKind.PRINCIPAL: 1_000_000,
        EntryKind.FEE: 24_000,
        EntryKind.PAYMENT: -100_000,
    }
    assert found.outstanding == {EntryKind.PRINCIPAL: 924_000}
    assert found.total == 924_000


def test_what_is_booked_later_is_not_owed_yet():
    entries = [PRINCIPAL, fee(15, 6_000)]
    assert balance(entries, 14, NONE).total == 1_000_000
    assert balance(entries, 15, NONE).total == 1_006_000
    assert balance(entries, -31, NONE).total == 0


def test_ten_percent_of_ten_thousand_for_thirty_days_is_82_19():
    assert interest([PRINCIPAL], on=30) == 8_219


def test_no_interest_runs_before_the_due_date():
    assert interest([PRINCIPAL], on=-5) == 0
    assert interest([PRINCIPAL], on=0) == 0


def test_interest_runs_on_from_the_day_to_which_it_was_booked():
    booked = Entry(day(30), EntryKind.INTEREST, 8_219)
    assert interest([PRINCIPAL, booked], on=30) == 0
    assert interest([PRINCIPAL, booked], on=60) == 8_219
    assert balance([PRINCIPAL, booked], 60).parts[EntryKind.INTEREST] == 16_438


def test_fees_bear_no_interest():
    assert interest([PRINCIPAL, fee(5, 500_000)], on=30) == 8_219


def test_a_payment_lowers_the_interest_from_its_day_on():
    """It pays 15 days' interest of 41.10 first and then 4 958.90 of the debt.

    10 000 x 10 % x 15/365 = 41.0959; (10 000 - 4 958.90) x 10 % x 15/365 = 20.7169; in all 61.8128.
    """
    found = balance([PRINCIPAL, paid(15, 500_000)], 30)
    assert found.running_interest == 6_181
    assert found.allocations[0].to == {EntryKind.INTEREST: 4_110, EntryKind.PRINCIPAL: 495_890}
    assert found.outstanding == {EntryKind.PRINCIPAL: 504_110, EntryKind.INTEREST: 6_181 - 4_110}


def test_many_small_payments_round_as_one_sum_does():
    """Interest of 2.7397 a day, paid each day for ten days: 27.40 in all and not ten times 2.74."""
    found = balance([PRINCIPAL, *(paid(n, 274) for n in range(1, 11))], 10)
    assert found.running_interest == 2_740
    assert sum(one.to.get(EntryKind.INTEREST, 0) for one in found.allocations) == 2_740


def test_a_payment_goes_to_fees_before_principal():
    assert interest([PRINCIPAL, fee(0, 24_000), paid(0, 24_000)], on=30) == 8_219


def test_each_fee_says_what_was_paid_of_it():
    cost = Entry(day(9), EntryKind.COST, 30_000)
    found = balance([PRINCIPAL, fee(15, 18_000), fee(8, 6_000), cost, paid(20, 40_000)], 20)
    assert [(line.entry.amount, line.paid) for line in found.fees] == [
        (6_000, 6_000),
        (30_000, 30_000),
        (18_000, 4_000),
    ]


def test_too_much_paid_makes_no_interest_below_zero():
    found = balance([PRINCIPAL, paid(1, 2_000_000)], 30)
    assert found.running_interest == 274
    assert (found.overpaid, found.total) == (999_726, -999_726)
    assert found.outstanding == {}
    assert found.allocations[0].left_over == 999_726


def test_what_was_paid_too_much_goes_to_what_is_claimed_later():
    found = balance([PRINCIPAL, paid(0, 1_005_000), fee(10, 6_000)], 10)
    assert (found.overpaid, found.outstanding) == (0, {EntryKind.FEE: 1_000})
    assert found.allocations[0].to == {EntryKind.PRINCIPAL: 1_000_000, EntryKind.FEE: 5_000}


def test_a_reversed_fee_gives_back_what_was_paid_for_it():
    entries = [PRINCIPAL, fee(5, 18_000, id=1), paid(20, 18_000)]
    taken_back = [*entries, fee(40, -18_000, id=2, reverses=1)]
    assert balance(entries, 40).outstanding[EntryKind.PRINCIPAL] == 1_000_000
    corrected = balance(taken_back, 40)
    assert corrected.fees == ()
    assert corrected.allocations[0].to == {
        EntryKind.INTEREST: 5_479,  # 10 000 x 10 % x 20/365 = 54.7945
        EntryKind.PRINCIPAL: 12_521,
    }
    assert balance(taken_back, 39).total == balance(entries, 39).total


def test_what_is_given_up_lowers_what_is_owed_and_is_never_paid_back():
    settled = [PRINCIPAL, paid(10, 700_000), paid(10, 900_000, EntryKind.WRITE_OFF)]
    found = balance(settled, 400)
    assert (found.total, found.overpaid, found.outstanding) == (0, 0, {})
    assert found.parts[EntryKind.WRITE_OFF] == -(1_000_000 + 2_740 - 700_000)


def test_interest_booked_lower_than_was_paid_of_it_frees_the_rest():
    """A person books 30.00 where 41.10 had been paid; the 11.10 pay the debt instead."""
    booked = Entry(day(15), EntryKind.INTEREST, 3_000)
    found = balance([PRINCIPAL, paid(14, 4_000), booked], 15)
    assert found.allocations[0].to == {EntryKind.INTEREST: 3_000, EntryKind.PRINCIPAL: 1_000}
    assert found.outstanding == {EntryKind.PRINCIPAL: 999_000}


def test_the_segments_change_with_rate_and_principal():
    rates = (
        RatedDays(day(1), day(10), Decimal("10")),
        RatedDays(day(11), day(99), Decimal("12")),
    )
    clock = InterestClock(DUE, DayCount.ACT_365F, rates)
    found = balance([PRINCIPAL, paid(20, 500_000)], 30, clock)
    seen = [(part.first, part.days, part.rate) for part in found.segments]
    assert seen == [(day(1), 10, 10), (day(11), 10, 12), (day(21), 10, 12)]
    assert [part.principal for part in found.segments][:2] == [1_000_000, 1_000_000]


def test_past_the_last_known_rate_no_sum_is_stated():
    clock = InterestClock(DUE, DayCount.ACT_365F, (RatedDays(day(1), day(10), Decimal("10")),))
    assert balance([PRINCIPAL], 10, clock).total == 1_002_740
    with pytest.raises(RateUnknown) as raised:
        balance([PRINCIPAL], 11, clock)
    assert raised.value.since == day(11)


def test_a_debt_that_was_paid_in_time_needs_no_rate():
    clock = InterestClock(DUE, DayCount.ACT_365F, (RatedDays(day(1), day(10), Decimal("10")),))
    assert balance([PRINCIPAL, paid(10, 1_002_740)], 500, clock).total == 0
