"""A plan that runs, as far as changing it needs to know."""

from dataclasses import dataclass
from datetime import date

from backend.plans.negotiation.outcome import Payment
from backend.plans.rules.rhythm import Rhythm


@dataclass(frozen=True)
class RunningPlan:
    """What is left of a plan: `unpaid` are its payments with what is left of each, in order.

    `paid` is the number of payments made, `pauses` the due dates that were skipped before, and
    `changes` how often it was changed otherwise.
    """

    instalment: int
    rhythm: Rhythm
    pay_day: int | None
    unpaid: tuple[Payment, ...]
    paid: int = 0
    pauses: tuple[date, ...] = ()
    changes: int = 0

    def skipped_after(self, day: date) -> tuple[date, ...]:
        """The days to come on which nothing is due because of a pause that was agreed before."""
        return tuple(skipped for skipped in self.pauses if skipped > day)

    @property
    def next_due(self) -> date:
        """The day of the first payment that is not made."""
        return self.unpaid[0].due
