"""A plan makes way for the change of it that was agreed."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.booking import take_back_notices
from backend.agreements.models import AgreedPlan, PlanOffer, PlanStatus
from backend.agreements.progress import progress_of
from backend.agreements.repository import get_plan, plan_of_offer
from backend.cases.repository import ledger_of
from backend.problems import Problem


async def make_way(session: AsyncSession, offer: PlanOffer) -> AgreedPlan | None:
    """Lets the plan that the offer changes end as replaced.

    The write comes first, so that of several at the same moment one finds the plan running. Gives
    the plan that this very offer became when it was another one's turn, and raises the problem
    plan-exists when the plan has ended or was changed otherwise.
    """
    running = update(AgreedPlan).where(
        AgreedPlan.id == offer.plan_id, AgreedPlan.status == PlanStatus.AGREED
    )
    ended = running.values(status=PlanStatus.REPLACED).returning(AgreedPlan.id)
    made_way = (await session.scalars(ended)).first() is not None
    agreed = await plan_of_offer(session, offer.id)
    if agreed is not None:
        return agreed
    if not made_way:
        sentence = "This plan has ended or was changed since the offer. Please ask for a new one."
        raise Problem(409, "plan-exists", sentence, plan=offer.plan_id)
    plan = await get_plan(session, str(offer.plan_id))
    await session.refresh(plan)
    progress = progress_of(plan, await ledger_of(session, plan.case_reference))
    plan.evidence = plan.evidence | {"paid": [one.number for one in progress if one.is_paid]}
    await take_back_notices(session, plan)
    return None
