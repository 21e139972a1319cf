"""What a payment goes to: one kind of debt after another, in the order of country and client."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from backend.plans.ledger.entry import CLAIMED, Entry, EntryKind

#: What is paid first, second and so on; each kind that can be owed, once.
Order = tuple[EntryKind, ...]


@dataclass(slots=True)
class Allocation:
    """Where a payment or write-off of `amount` (minor units, above zero) went, by kind.

    `left_over` is what nothing was owed for; it goes to what is claimed later, or back.
    """

    entry: Entry
    amount: int
    to: dict[EntryKind, int] = field(default_factory=dict)
    left_over: int = 0

    @property
    def paid_on(self) -> date:
        """The day on which it was booked."""
        return self.entry.booked_on


@dataclass(frozen=True, slots=True)
class FeeLine:
    """A fee or cost with what was paid of it, in minor units."""

    entry: Entry
    paid: int


def order_of(words: Iterable[str]) -> Order:
    """The words of a data file as an order. Raises ValueError unless each kind is there once."""
    order = tuple(EntryKind(word) for word in words)
    if sorted(order) != sorted(CLAIMED):
        raise ValueError(f"name each of {', '.join(CLAIMED)} once")
    return order


def split(
    amount: int, owed: Mapping[EntryKind, int], order: Order
) -> tuple[dict[EntryKind, int], int]:
    """`amount` over what is `owed`, and what is left of it when nothing is owed any more."""
    to: dict[EntryKind, int] = {}
    for kind in order:
        part = min(amount, owed.get(kind, 0))
        if part > 0:
            to[kind] = part
            amount -= part
    return to, amount


def oldest_first(entries: Iterable[Entry], paid: int) -> tuple[FeeLine, ...]:
    """The entries, which are of one kind, with `paid` going to the oldest of them first."""
    lines = []
    for entry in sorted(entries, key=lambda entry: entry.booked_on):
        part = min(paid, entry.amount)
        lines.append(FeeLine(entry, part))
        paid -= part
    return tuple(lines)
