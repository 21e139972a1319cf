"""The only door to the tables of agreements."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, Deferral, PlanOffer, PlanRequest, PlanStatus
from backend.cases.models import Case
from backend.database.reading import read_once
from backend.problems import not_found


async def get_offer(session: AsyncSession, offer_id: str) -> PlanOffer:
    """An offer. Raises the problem not-found."""
    offer = await session.get(PlanOffer, offer_id)
    if offer is None:
        raise not_found("offer")
    return offer


async def get_plan(session: AsyncSession, plan_id: str) -> AgreedPlan:
    """A plan. Raises the problem not-found."""
    return _found(await session.get(AgreedPlan, plan_id))


async def plan_of_clients(
    session: AsyncSession, plan_id: str, clients: Collection[str]
) -> AgreedPlan:
    """A plan of a case of these clients. Raises the problem not-found."""
    theirs = select(AgreedPlan).join(Case, Case.reference == AgreedPlan.case_reference)
    return _found(
        await session.scalar(theirs.where(AgreedPlan.id == plan_id, Case.client.in_(clients)))
    )


async def this_plan_of_case(session: AsyncSession, plan_id: str, case: str | None) -> AgreedPlan:
    """A plan of this very case. Raises the problem not-found."""
    theirs = select(AgreedPlan).where(AgreedPlan.case_reference == case)
    return _found(await session.scalar(theirs.where(AgreedPlan.id == plan_id)))


def _found(plan: AgreedPlan | None) -> AgreedPlan:
    if plan is None:
        raise not_found("plan")
    return plan


async def plan_of_offer(session: AsyncSession, offer_id: str) -> AgreedPlan | None:
    """The plan that the offer became."""
    found: AgreedPlan | None = await session.scalar(
        select(AgreedPlan).where(AgreedPlan.offer_id == offer_id)
    )
    return found


async def offers_of_joint(session: AsyncSession, joint: str) -> Sequence[PlanOffer]:
    """The offers that are one plan over several cases, by the references of the cases."""
    offers = select(PlanOffer).where(PlanOffer.joint == joint)
    return (await session.scalars(offers.order_by(PlanOffer.case_reference))).all()


async def plans_of_joint(session: AsyncSession, joint: str) -> Sequence[AgreedPlan]:
    """The plans that were agreed as one over several cases, by the references of the cases."""
    plans = select(AgreedPlan).where(AgreedPlan.joint == joint)
    return (await session.scalars(plans.order_by(AgreedPlan.case_reference))).all()


@read_once
async def plan_of_case(session: AsyncSession, reference: str) -> AgreedPlan | None:
    """The case's newest plan, whatever became of it, unless it was undone or replaced."""
    newest = select(AgreedPlan).where(
        AgreedPlan.case_reference == reference,
        AgreedPlan.status.not_in((PlanStatus.UNDONE, PlanStatus.REPLACED)),
    )
    found: AgreedPlan | None = await session.scalar(
        newest.order_by(AgreedPlan.agreed_at.desc()).limit(1)
    )
    return found


async def replaced_by(session: AsyncSession, plan: AgreedPlan) -> list[AgreedPlan]:
    """The plans whose place this one took, one after another, the latest first."""
    earlier: list[AgreedPlan] = []
    before = plan.replaces
    while before is not None:
        earlier.append(await get_plan(session, before))
        before = earlier[-1].replaces
    return earlier


async def running_plan_of(session: AsyncSession, reference: str) -> AgreedPlan | None:
    """The case's plan that runs; there is at most one."""
    found: AgreedPlan | None = await session.scalar(
        select(AgreedPlan).where(
            AgreedPlan.case_reference == reference, AgreedPlan.status == PlanStatus.AGREED
        )
    )
    return found


@read_once
async def plans_of(session: AsyncSession, reference: str) -> Sequence[AgreedPlan]:
    """The case's plans, the first agreed first, whatever became of them."""
    plans = select(AgreedPlan).where(AgreedPlan.case_reference == reference)
    return (await session.scalars(plans.order_by(AgreedPlan.agreed_at))).all()


async def rules_version_of(session: AsyncSession, plan: AgreedPlan) -> str:
    """The version of the client's rules by which the plan was offered."""
    offered = PlanOffer.request_id == PlanRequest.id
    version = select(PlanRequest.rules_version).join(PlanOffer, offered)
    return (await session.execute(version.where(PlanOffer.id == plan.offer_id))).scalar_one()


@read_once
async def requests_of_case(session: AsyncSession, reference: str) -> Sequence[PlanRequest]:
    """What was wished for the case, the oldest wish first."""
    requests = select(PlanRequest).where(PlanRequest.case_reference == reference)
    return (await session.scalars(requests.order_by(PlanRequest.created_at))).all()


@read_once
async def deferrals_of(session: AsyncSession, reference: str) -> Sequence[Deferral]:
    """The case's deferrals, the first granted first."""
    deferrals = select(Deferral).where(Deferral.case_reference == reference)
    return (await session.scalars(deferrals.order_by(Deferral.created_at))).all()


async def deferred_until(session: AsyncSession, reference: str, today: date) -> date | None:
    """The day to which the case's payment is put off, seen from `today`: what was promised last."""
    deferrals = await deferrals_of(session, reference)
    return deferrals[-1].until if deferrals and deferrals[-1].until >= today else None
