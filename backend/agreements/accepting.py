"""Making an offer the plan, once, whatever is repeated, killed or restarted in between."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.interest import stop_interest
from backend.agreements.models import AgreedPlan, PlanOffer, PlanPayment, PlanStatus
from backend.agreements.noting import note_agreement
from backend.agreements.repository import get_offer, plan_of_case, plan_of_offer
from backend.cases.balances import balance_of
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import last_entry_of, lock_case
from backend.clients import Client
from backend.database import Database
from backend.eventlog import Where
from backend.problems import Problem


async def accept(
    database: Database, client: Client, offer_id: str, now: datetime, where: Where | None = None
) -> AgreedPlan:
    """The plan that the offer became, now or before; `now` in the client's zone.

    `where` it is agreed, when it is in a conversation. Raises the problems
    offer-expired, balance-changed, sum-not-known, case-stopped and plan-exists.
    """
    try:
        async with database.transaction() as session:
            offer = await get_offer(session, offer_id)
            agreed = await plan_of_offer(session, offer_id)
            if agreed is not None:
                return agreed
            plan = await agree(session, client, offer, now)
            note_agreement(session, where or Where(client.id), plan)
            return plan
    except IntegrityError:
        # Somebody else was first: with this offer, or with another one of the case.
        async with database.transaction() as session:
            return await _plan_that_was_first(session, offer_id)


async def agree(
    session: AsyncSession, client: Client, offer: PlanOffer, now: datetime
) -> AgreedPlan:
    """Writes the plan. The database's unique indexes decide between several at the same moment."""
    plan = _plan(offer, now)
    session.add(plan)
    await session.flush()
    case = await lock_case(session, offer.case_reference)
    await _refuse_what_no_longer_holds(session, case, client, offer, now)
    await stop_interest(session, case, client, now.date())
    case.status = CaseStatus.PLAN
    await session.flush()
    plan.agreed_after_entry = await last_entry_of(session, case.reference)
    return plan


def _plan(offer: PlanOffer, now: datetime) -> AgreedPlan:
    return AgreedPlan(
        id=uuid4().hex,
        offer_id=offer.id,
        case_reference=offer.case_reference,
        status=PlanStatus.AGREED,
        instalment=offer.instalment,
        total=offer.total,
        currency=offer.currency,
        agreed_on=now.date(),
        agreed_at=now,
        payments=[
            PlanPayment(
                number=number,
                due=date.fromisoformat(payment["due"]),
                amount=payment["amount"],
            )
            for number, payment in enumerate(offer.schedule, start=1)
        ],
    )


async def _refuse_what_no_longer_holds(
    session: AsyncSession, case: Case, client: Client, offer: PlanOffer, now: datetime
) -> None:
    if now > offer.expires_at:
        raise Problem(409, "offer-expired", "This offer has expired. Please ask for a new one.")
    if case.stops:
        raise Problem(409, "case-stopped", "Only a person can agree a plan for this case now.")
    balance = await balance_of(session, case, client, now.date())
    if balance.total != offer.total:
        sentence = "What is owed has changed since this offer. Please ask for a new one."
        raise Problem(409, "balance-changed", sentence)


async def _plan_that_was_first(session: AsyncSession, offer_id: str) -> AgreedPlan:
    plan = await plan_of_offer(session, offer_id)
    if plan is not None:
        return plan
    offer = await get_offer(session, offer_id)
    other = await plan_of_case(session, offer.case_reference)
    sentence = "Another plan is already agreed for this case."
    raise Problem(409, "plan-exists", sentence, plan=other.id if other else None)
