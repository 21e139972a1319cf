"""A line of a ledger, which is only ever added to: a mistake is put right by a counter-entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is for, in the order in which parts of a balance are shown.

    A fee is the agency's or the creditor's, a cost is a court's or an enforcement authority's. A
    write-off is what the creditor gives up.
    """

    PRINCIPAL = "principal"
    INTEREST = "interest"
    FEE = "fee"
    COST = "cost"
    PAYMENT = "payment"
    WRITE_OFF = "write_off"


#: What is owed; the other kinds lessen it.
CLAIMED = (EntryKind.PRINCIPAL, EntryKind.INTEREST, EntryKind.FEE, EntryKind.COST)

_IN_A_DAY = dict.fromkeys(CLAIMED, 0) | {EntryKind.PAYMENT: 1, EntryKind.WRITE_OFF: 2}


class LedgerError(ValueError):
    """The entries cannot be meant; the text names what is wrong."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was booked on a day; `amount` in minor units, payments and write-offs below zero.

    `measure` is the fee's name in the country's data. `reverses` is the `id` of the entry that this
    one takes back, in whole or in part: the same kind, the sign turned.
    """

    booked_on: date
    kind: EntryKind
    amount: int
    id: int | None = None
    measure: str | None = None
    reverses: int | None = None


def standing_on(day: date, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries booked by the end of `day`, each as far as it was not reversed by then.

    What was reversed counts from its first day on as if it had not been booked, so that nobody pays
    for a mistake: a payment that went to a fee taken wrongly went to what was owed besides it.
    They come in the order of their days; in a day what is claimed comes before what is paid, and
    what is given up is given up of the rest. Raises LedgerError.
    """
    booked = [entry for entry in entries if entry.booked_on <= day]
    reversals = [entry for entry in booked if entry.reverses is not None]
    standing = [entry for entry in booked if entry.reverses is None]
    for entry in standing:
        if (entry.amount < 0) is (entry.kind in CLAIMED) and entry.amount:
            raise LedgerError(f"a {entry.kind} of {entry.amount} has the wrong sign")
    netted = _net(standing, reversals)
    return tuple(sorted(netted, key=lambda entry: (entry.booked_on, _IN_A_DAY[entry.kind])))


def _net(standing: Sequence[Entry], reversals: Sequence[Entry]) -> list[Entry]:
    if not reversals:
        return list(standing)
    left: dict[int | None, Entry] = {entry.id: entry for entry in standing}
    for reversal in reversals:
        entry = left.get(reversal.reverses)
        if entry is None or entry.kind is not reversal.kind or reversal.booked_on < entry.booked_on:
            raise LedgerError(f"there is no earlier {reversal.kind} {reversal.reverses} to reverse")
        rest = entry.amount + reversal.amount
        if abs(rest) > abs(entry.amount) or rest * entry.amount < 0:
            raise LedgerError(f"{reversal.amount} reverses more than {entry.amount}")
        left[entry.id] = replace(entry, amount=rest)
    netted = (left[entry.id] if entry.id is not None else entry for entry in standing)
    return [entry for entry in netted if entry.amount]
