"""Entries, and what takes them back."""

from datetime import date

import pytest

from backend.plans.ledger.entry import Entry, EntryKind, LedgerError, standing_on

ONE, TWO, THREE = date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 3)
FEE = Entry(ONE, EntryKind.FEE, 18_000, id=1, measure="collection_demand")


def reversal(amount: int, on: date = TWO, kind: EntryKind = EntryKind.FEE, of: int = 1) -> Entry:
    return Entry(on, kind, amount, id=2, reverses=of)


def test_what_is_booked_later_does_not_stand_yet():
    assert standing_on(ONE, [FEE, Entry(TWO, EntryKind.FEE, 1)]) == (FEE,)


def test_a_day_is_gone_through_from_claims_to_payments_to_what_is_given_up():
    kinds = [EntryKind.WRITE_OFF, EntryKind.PAYMENT, EntryKind.FEE]
    entries = [Entry(ONE, kind, 5 if kind is EntryKind.FEE else -5) for kind in kinds]
    assert [entry.kind for entry in standing_on(ONE, entries)] == kinds[::-1]


def test_a_reversed_fee_stands_until_the_day_of_its_reversal():
    entries = [FEE, reversal(-18_000)]
    assert standing_on(ONE, entries) == (FEE,)
    assert standing_on(TWO, entries) == ()


def test_a_part_may_be_reversed_and_the_rest_later():
    entries = [FEE, reversal(-8_000)]
    assert [entry.amount for entry in standing_on(TWO, entries)] == [10_000]
    rest = Entry(THREE, EntryKind.FEE, -10_000, id=3, reverses=1)
    assert standing_on(THREE, [*entries, rest]) == ()


def test_a_payment_that_bounced_is_reversed_too():
    paid = Entry(ONE, EntryKind.PAYMENT, -500, id=1)
    assert standing_on(TWO, [paid, reversal(500, kind=EntryKind.PAYMENT)]) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        [FEE, reversal(-18_001)],
        [FEE, reversal(1)],
        [FEE, reversal(-18_000), Entry(TWO, EntryKind.FEE, -1, id=3, reverses=1)],
        [FEE, reversal(-1, of=7)],
        [FEE, reversal(-1, kind=EntryKind.COST)],
        [Entry(TWO, EntryKind.FEE, 5, id=1), reversal(-5, on=ONE)],
        [Entry(ONE, EntryKind.FEE, -5)],
        [Entry(ONE, EntryKind.PAYMENT, 5)],
        [Entry(ONE, EntryKind.WRITE_OFF, 5)],
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: list[Entry]):
    with pytest.raises(LedgerError):
        standing_on(THREE, wrong)
