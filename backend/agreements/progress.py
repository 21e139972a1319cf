"""How far a plan is paid: its instalments are covered in their order, partly too.

Nothing of it is stored. The ledger is the one truth about money that came in, and a plan remembers
after which of its entries it was agreed; so nothing can say one thing here and another there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from backend.agreements.models import AgreedPlan
from backend.cases.kinds import EntryKind
from backend.cases.models import LedgerEntry


@dataclass(frozen=True)
class Covered:
    """One instalment and how much of it is paid, in minor units; the first has the number 1."""

    number: int
    due: date
    amount: int
    paid: int

    @property
    def left(self) -> int:
        """What is left to pay of it."""
        return self.amount - self.paid

    @property
    def is_paid(self) -> bool:
        """Whether all of it is."""
        return self.left == 0


def progress_of(plan: AgreedPlan, ledger: Sequence[LedgerEntry]) -> tuple[Covered, ...]:
    """The plan's instalments in their order, with what the case's ledger has paid of each.

    A payment counts when it was booked after the plan was agreed, on whatever day it was made: what
    was booked before is no part of the plan's total any more.
    """
    money = -sum(
        entry.amount
        for entry in ledger
        if entry.kind is EntryKind.PAYMENT and entry.id > plan.agreed_after_entry
    )
    covered = []
    for payment in plan.payments:
        paid = min(money, payment.amount)
        money -= paid
        covered.append(Covered(payment.number, payment.due, payment.amount, paid))
    return tuple(covered)


def next_unpaid(progress: Sequence[Covered]) -> Covered | None:
    """The first instalment of which something is left."""
    return next((instalment for instalment in progress if not instalment.is_paid), None)
