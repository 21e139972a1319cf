"""Where a payment goes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.plans.ledger.allocation import oldest_first, order_of, split
from backend.plans.ledger.entry import CLAIMED, Entry, EntryKind

ORDER = order_of(("cost", "fee", "interest", "principal"))
OWED = {EntryKind.PRINCIPAL: 1_000, EntryKind.INTEREST: 50, EntryKind.FEE: 60}


@pytest.mark.parametrize(
    ("amount", "to", "left"),
    [
        (40, {EntryKind.FEE: 40}, 0),
        (100, {EntryKind.FEE: 60, EntryKind.INTEREST: 40}, 0),
        (1_200, {EntryKind.FEE: 60, EntryKind.INTEREST: 50, EntryKind.PRINCIPAL: 1_000}, 90),
    ],
)
def test_a_payment_goes_to_one_kind_after_another(amount: int, to: dict[EntryKind, int], left: int):
    assert split(amount, OWED, ORDER) == (to, left)


def test_another_order_pays_the_debt_itself_first():
    order = order_of(("principal", "interest", "fee", "cost"))
    assert split(1_020, OWED, order) == ({EntryKind.PRINCIPAL: 1_000, EntryKind.INTEREST: 20}, 0)


def test_the_oldest_fee_is_paid_first():
    fees = [Entry(date(2026, 2, day), EntryKind.FEE, 60) for day in (20, 10)]
    assert [(line.entry.booked_on.day, line.paid) for line in oldest_first(fees, 70)] == [
        (10, 60),
        (20, 10),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("fee", "interest", "principal"),
        ("fee", "fee", "interest", "principal"),
        ("cost", "fee", "interest", "payment"),
        ("cost", "fee", "interest", "rent"),
    ],
)
def test_an_order_names_each_kind_once(words: tuple[str, ...]):
    with pytest.raises(ValueError):
        order_of(words)


@given(
    st.integers(0, 10_000),
    st.dictionaries(st.sampled_from(CLAIMED), st.integers(0, 3_000)),
    st.permutations(CLAIMED),
)
def test_a_split_sums_to_the_payment_and_pays_nothing_twice(
    amount: int, owed: dict[EntryKind, int], order: list[EntryKind]
):
    to, left = split(amount, owed, tuple(order))
    assert sum(to.values()) + left == amount
    assert all(0 < part <= owed[kind] for kind, part in to.items())
    assert not left or all(to.get(kind, 0) == part for kind, part in owed.items())
