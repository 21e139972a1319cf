"""What is owed on a day, in parts: the ledger up to that day and the interest that ran since.

Pure: entries in, sums out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from backend.cases.kinds import EntryKind

_DAYS_OF_A_YEAR = 365
_PAID_BEFORE_PRINCIPAL = (EntryKind.FEE, EntryKind.COST, EntryKind.INTEREST)


class Entry(NamedTuple):
    """A ledger entry, as far as sums need it; `amount` in minor units, a payment below zero."""

    booked_on: date
    kind: EntryKind
    amount: int


@dataclass(frozen=True)
class Balance:
    """The parts of what is owed, by kind, in minor units; `running_interest` is not booked yet."""

    parts: dict[EntryKind, int]
    running_interest: int = 0

    @property
    def total(self) -> int:
        """What is left to pay."""
        return sum(self.parts.values())


def balance_on(
    day: date, entries: Sequence[Entry], due: date, yearly_rate: Decimal | None
) -> Balance:
    """The balance at the end of `day`; `yearly_rate` in percent, None when no interest runs on."""
    booked = [entry for entry in entries if entry.booked_on <= day]
    interest = 0 if yearly_rate is None else _running_interest(booked, due, day, yearly_rate)
    parts = {}
    for kind in EntryKind:
        amount = sum(entry.amount for entry in booked if entry.kind is kind)
        amount += interest if kind is EntryKind.INTEREST else 0
        if amount:
            parts[kind] = amount
    return Balance(parts, interest)


def _running_interest(entries: Sequence[Entry], due: date, day: date, rate: Decimal) -> int:
    """Simple interest, actual days of 365, from the day to which it was booked or else from `due`.

    It is rounded once, half up, at the end.
    """
    booked_to = [entry.booked_on for entry in entries if entry.kind is EntryKind.INTEREST]
    start = max([due, *booked_to])
    amount_days = sum(
        principal * (end - begin).days for begin, end, principal in _spans(entries, start, day)
    )
    exact = Decimal(amount_days) * rate / 100 / _DAYS_OF_A_YEAR
    return int(exact.to_integral_value(ROUND_HALF_UP))


def _spans(entries: Sequence[Entry], start: date, end: date) -> Iterator[tuple[date, date, int]]:
    """The spans between `start` and `end` in which the principal left to pay stays the same."""
    changes = {entry.booked_on for entry in entries if start < entry.booked_on < end}
    days = [start, *sorted(changes), end]
    for begin, stop in zip(days, days[1:], strict=False):
        if begin < stop:
            yield begin, stop, _principal_left(entries, begin)


def _principal_left(entries: Sequence[Entry], day: date) -> int:
    """The principal at the end of `day`: payments go to fees, costs and interest before it."""
    booked = [entry for entry in entries if entry.booked_on <= day]
    principal = sum(entry.amount for entry in booked if entry.kind is EntryKind.PRINCIPAL)
    before = sum(entry.amount for entry in booked if entry.kind in _PAID_BEFORE_PRINCIPAL)
    paid = -sum(entry.amount for entry in booked if entry.kind is EntryKind.PAYMENT)
    return max(principal - max(paid - before, 0), 0)
