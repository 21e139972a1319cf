"""How often a plan is paid, and the days on which its payments fall."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import count as endless
from itertools import islice

from backend.plans.law.bank_days import BankDays

# After a first payment on another day of the month, the pay day waits at least this long.
_SHORTEST_FIRST_STEP = timedelta(days=14)


class Rhythm(StrEnum):
    """How often an instalment is due."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"

    @property
    def per_year(self) -> int:
        """The number of payments in a year."""
        return {Rhythm.WEEKLY: 52, Rhythm.FORTNIGHTLY: 26, Rhythm.MONTHLY: 12}[self]

    @property
    def step(self) -> timedelta:
        """About how long it is from one payment to the next."""
        return timedelta(days=365 // self.per_year)


def due_dates(first: date, pay_day: int, rhythm: Rhythm, bank_days: BankDays) -> Iterator[date]:
    """The due dates of a plan, without end: bank days, each later than the one before.

    `pay_day` (1-28) is the day of the month of a monthly plan; other rhythms keep the weekday of
    `first`. A pay day on which the banks are closed moves that one payment to the next bank day
    (Nordic promissory-note acts, section 5); the pay day itself stays.
    """
    due = bank_days.on_or_after(first)
    yield due
    later = _monthly(first, pay_day) if rhythm is Rhythm.MONTHLY else _every(rhythm.step, first)
    for day in later:
        moved = bank_days.on_or_after(day)
        if moved > due:
            due = moved
            yield due


@lru_cache(maxsize=4096)
def first_due_dates(
    first: date, pay_day: int, rhythm: Rhythm, bank_days: BankDays, count: int
) -> tuple[date, ...]:
    """The first `count` due dates; debtors who ask on the same day mostly get the same ones."""
    return tuple(islice(due_dates(first, pay_day, rhythm, bank_days), count))


def leaving_out(dues: Iterable[date], skipped: Sequence[date], rhythm: Rhythm) -> Iterator[date]:
    """The due dates without those that stand for a payment that was skipped.

    A change may have moved the others by some days: the first that is nearer to the skipped day than
    half a step of the rhythm stands for it.
    """
    left = sorted(skipped)
    for due in dues:
        nearest = next((day for day in left if abs(due - day) < rhythm.step / 2), None)
        if nearest is None:
            yield due
        else:
            left.remove(nearest)


def _monthly(first: date, pay_day: int) -> Iterator[date]:
    for month in endless(first.year * 12 + first.month - 1):
        day = date(month // 12, month % 12 + 1, pay_day)
        if day >= first + _SHORTEST_FIRST_STEP:
            yield day


def _every(step: timedelta, first: date) -> Iterator[date]:
    return (first + times * step for times in endless(1))
