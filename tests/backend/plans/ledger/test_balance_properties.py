"""What holds of every balance."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from backend.plans.ledger.balance import Balance, balance_on
from backend.plans.ledger.day_count import DayCount
from backend.plans.ledger.entry import CLAIMED, Entry, EntryKind
from backend.plans.ledger.terms import agreed_interest

DUE = date(2026, 1, 1)


def day(number: int) -> date:
    return DUE + timedelta(days=number)


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    found = []
    for number in range(draw(st.integers(0, 9))):
        kind = draw(st.sampled_from(EntryKind))
        amount = draw(st.integers(1, 400_000))
        signed = amount if kind in CLAIMED else -amount
        found.append(Entry(day(draw(st.integers(-40, 200))), kind, signed, id=number))
    for number, entry in enumerate(found, start=len(found)):
        if draw(st.integers(0, 5)) == 0:
            back = -draw(st.integers(1, abs(entry.amount))) * (1 if entry.amount > 0 else -1)
            at = entry.booked_on + timedelta(days=draw(st.integers(0, 60)))
            found = [*found, Entry(at, entry.kind, back, id=number, reverses=entry.id)]
    return found


LEDGERS = entries()
ON = st.integers(-40, 300)
ORDERS = st.permutations(CLAIMED).map(tuple)
RATES = st.sampled_from(["0", "7.5", "15.25", "120"])


def balance(
    ledger: list[Entry], on: int, rate: str, order: tuple[EntryKind, ...] = CLAIMED
) -> Balance:
    clock = agreed_interest(Decimal(rate), DUE, DayCount.ACT_365F)
    return balance_on(day(on), ledger, clock, order)


@given(LEDGERS, ON, RATES, ORDERS)
def test_the_parts_and_what_is_left_of_them_sum_to_the_same(ledger, on, rate, order):
    found = balance(ledger, on, rate, order)
    assert found.total == sum(found.outstanding.values()) - found.overpaid


@given(LEDGERS, ON, RATES, ORDERS)
def test_nothing_is_below_zero_but_what_was_paid(ledger, on, rate, order):
    found = balance(ledger, on, rate, order)
    assert all(amount > 0 for amount in found.outstanding.values())
    assert found.overpaid >= 0
    assert not (found.overpaid and found.outstanding)
    assert all(0 <= line.paid <= line.entry.amount for line in found.fees)


@given(LEDGERS, ON, RATES, ORDERS)
def test_an_allocation_sums_to_its_payment(ledger, on, rate, order):
    found = balance(ledger, on, rate, order)
    for one in found.allocations:
        assert sum(one.to.values()) + one.left_over == one.amount
        assert all(part >= 0 for part in one.to.values())
    paid = sum(one.amount for one in found.allocations if one.entry.kind is EntryKind.PAYMENT)
    assert found.parts.get(EntryKind.PAYMENT, 0) == -paid


@given(LEDGERS, ON, RATES, ORDERS, st.randoms())
def test_the_order_within_a_day_changes_nothing_that_is_owed(ledger, on, rate, order, random):
    shuffled = random.sample(ledger, len(ledger))
    before, after = balance(ledger, on, rate, order), balance(shuffled, on, rate, order)
    assert (before.parts, before.outstanding) == (after.parts, after.outstanding)
    assert (before.overpaid, before.segments) == (after.overpaid, after.segments)


@given(LEDGERS, ON, RATES, ORDERS)
def test_the_segments_give_the_running_interest(ledger, on, rate, order):
    found = balance(ledger, on, rate, order)
    exact = sum(part.principal * part.days * part.rate for part in found.segments)
    halves = (2 * exact + 36_500) // (2 * 36_500)
    assert found.running_interest == halves


@given(LEDGERS, ON, ORDERS)
def test_more_interest_is_never_owed_than_on_the_whole_debt(ledger, on, order):
    most = sum(e.amount for e in ledger if e.kind is EntryKind.PRINCIPAL and e.amount > 0)
    assert balance(ledger, on, "10", order).running_interest <= most * max(on, 0) / 3650 + 1
