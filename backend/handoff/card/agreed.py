"""What holds already: a plan, a later day, and why the case rests."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.repository import deferred_until
from backend.agreements.schemas import PlanFacts
from backend.cases.models import Case, Hold
from backend.handoff.card.schemas import Agreed, PlanInShort, Resting


async def what_is_agreed(
    session: AsyncSession, case: Case, plan: PlanFacts | None, holds: Sequence[Hold], today: date
) -> Agreed:
    """The case's newest plan also when it was broken or is paid, for the status tells."""
    return Agreed(
        plan=None if plan is None else _in_short(plan),
        deferred_until=await deferred_until(session, case.reference, today),
        rests=[Resting(reason=hold.reason, until=hold.until) for hold in holds],
    )


def _in_short(plan: PlanFacts) -> PlanInShort:
    return PlanInShort(
        id=plan.id,
        kind=plan.kind,
        status=plan.status,
        instalment=plan.instalment,
        instalments=plan.instalments,
        total=plan.total,
        currency=plan.currency,
        left=plan.left,
        next_due=plan.next.due if plan.next else None,
        next_amount=plan.next.amount if plan.next else None,
    )
