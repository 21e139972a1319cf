"""A ledger gone through line by line: what is owed of each kind, and where the payments went."""

from collections.abc import Iterator
from datetime import date

from backend.plans.ledger.allocation import Allocation, Order, split
from backend.plans.ledger.entry import CLAIMED, Entry, EntryKind
from backend.plans.ledger.interest import InterestClock, Segment


class Books:
    """What is owed at the end of the day that was reached; entries come in the order of their days.

    Interest accrues on the principal that is left. An entry of interest says how much it was up to
    its day, and takes the place of what had accrued since the one before it.
    """

    def __init__(self, clock: InterestClock, order: Order) -> None:
        self._clock = clock
        self._order = order
        self._day = clock.start
        self._spans: list[tuple[int, date, date]] = []
        self.claimed = dict.fromkeys(CLAIMED, 0)
        self.paid = dict.fromkeys(CLAIMED, 0)
        self.numerator = 0
        self.allocations: list[Allocation] = []

    @property
    def running_interest(self) -> int:
        """The interest that accrued since it was last booked, rounded."""
        return self._clock.rounded(self.numerator)

    @property
    def left_over(self) -> int:
        """What was paid and nothing is owed for."""
        return sum(found.left_over for found in self.allocations if _is_payment(found))

    def owed(self, kind: EntryKind) -> int:
        """What is left to pay of a kind."""
        running = self.running_interest if kind is EntryKind.INTEREST else 0
        return self.claimed[kind] + running - self.paid[kind]

    def credited(self, kind: EntryKind) -> int:
        """What was paid, or given up of what was owed."""
        found = [one for one in self.allocations if one.entry.kind is kind]
        unused = 0 if kind is EntryKind.PAYMENT else sum(one.left_over for one in found)
        return sum(one.amount for one in found) - unused

    def segments(self) -> Iterator[Segment]:
        """How the running interest is reckoned."""
        for principal, since, until in self._spans:
            yield from self._clock.segments(principal, since, until)

    def reach(self, day: date) -> None:
        """Lets interest accrue to the end of `day`. Raises RateUnknown."""
        if day <= self._day:
            return
        principal = self.owed(EntryKind.PRINCIPAL)
        self.numerator += self._clock.numerator(principal, self._day, day)
        if self._spans and self._spans[-1][0] == principal and self._spans[-1][2] == self._day:
            self._spans[-1] = (principal, self._spans[-1][1], day)
        elif principal:
            self._spans.append((principal, self._day, day))
        self._day = day

    def book(self, entry: Entry) -> None:
        """Takes up an entry. Raises RateUnknown."""
        self.reach(entry.booked_on)
        if entry.kind not in CLAIMED:
            self._credit(entry)
            return
        if entry.kind is EntryKind.INTEREST:
            self.numerator = 0
            self._spans = []
        self.claimed[entry.kind] += entry.amount
        self._give_back(EntryKind.INTEREST)
        self._spend_what_is_left()

    def _credit(self, entry: Entry) -> None:
        amount = -entry.amount
        if entry.kind is EntryKind.WRITE_OFF:
            amount = min(
                amount, sum(self.owed(kind) for kind in CLAIMED)
            )  # no more can be given up
        self.allocations.append(Allocation(entry, amount, left_over=amount))
        self._spend_what_is_left()

    def _give_back(self, kind: EntryKind) -> None:
        """Frees what was paid of a kind beyond what turned out to be owed, the last payment first."""
        for allocation in reversed(self.allocations):
            back = min(allocation.to.get(kind, 0), max(-self.owed(kind), 0))
            if back:
                allocation.to[kind] -= back
                allocation.left_over += back
                self.paid[kind] -= back

    def _spend_what_is_left(self) -> None:
        for allocation in self.allocations:
            if not allocation.left_over:
                continue
            owed = {kind: self.owed(kind) for kind in CLAIMED}
            to, allocation.left_over = split(allocation.left_over, owed, self._order)
            for kind, part in to.items():
                allocation.to[kind] = allocation.to.get(kind, 0) + part
                self.paid[kind] += part


def _is_payment(allocation: Allocation) -> bool:
    return allocation.entry.kind is EntryKind.PAYMENT
