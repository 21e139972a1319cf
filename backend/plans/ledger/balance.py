"""What is owed on a day: the ledger up to it, the interest that ran since, and what each payment paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from backend.plans.ledger.allocation import Allocation, FeeLine, Order, oldest_first
from backend.plans.ledger.books import Books
from backend.plans.ledger.entry import CLAIMED, Entry, EntryKind, standing_on
from backend.plans.ledger.interest import InterestClock, Segment


@dataclass(frozen=True)
class Balance:
    """What is owed at the end of the day `on`; money in minor units.

    `parts` is what was booked of each kind, payments and write-offs below zero, with the running
    interest; `outstanding` what is left to pay of each kind that is owed. `running_interest` was
    not booked yet, whether or not it was paid; `accrued` is its exact numerator on the clock.
    `segments` say how it is reckoned. `overpaid` is to be paid back.
    """

    on: date
    parts: dict[EntryKind, int]
    outstanding: dict[EntryKind, int]
    overpaid: int
    running_interest: int
    accrued: int
    segments: tuple[Segment, ...]
    fees: tuple[FeeLine, ...]
    allocations: tuple[Allocation, ...]

    @property
    def total(self) -> int:
        """What is left to pay; below zero when too much was paid."""
        return sum(self.parts.values())


def balance_on(day: date, entries: Sequence[Entry], clock: InterestClock, order: Order) -> Balance:
    """The balance at the end of `day`; payments go to what is owed in the `order` of kinds.

    Raises RateUnknown when the interest to that day cannot be reckoned, LedgerError when the
    entries cannot be meant.
    """
    standing = standing_on(day, entries)
    books = Books(clock, order)
    for entry in standing:
        books.book(entry)
    books.reach(day)
    fees = (
        line
        for kind in (EntryKind.FEE, EntryKind.COST)
        for line in oldest_first((e for e in standing if e.kind is kind), books.paid[kind])
    )
    return Balance(
        on=day,
        parts=_parts(books),
        outstanding={kind: owed for kind in CLAIMED if (owed := books.owed(kind))},
        overpaid=books.left_over,
        running_interest=books.running_interest,
        accrued=books.numerator,
        segments=tuple(books.segments()),
        fees=tuple(sorted(fees, key=lambda line: line.entry.booked_on)),
        allocations=tuple(books.allocations),
    )


def _parts(books: Books) -> dict[EntryKind, int]:
    gross = {kind: books.claimed[kind] for kind in CLAIMED}
    gross[EntryKind.INTEREST] += books.running_interest
    gross[EntryKind.PAYMENT] = -books.credited(EntryKind.PAYMENT)
    gross[EntryKind.WRITE_OFF] = -books.credited(EntryKind.WRITE_OFF)
    return {kind: amount for kind, amount in gross.items() if amount}
