"""Fills the database with the made-up cases, and puts one back to its first state."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, Deferral, PlanOffer, PlanPayment, PlanRequest
from backend.cases.models import Case, Dispute, Hold, IdempotencyKey, LedgerEntry
from backend.clients import ClientBook
from backend.clock import utc_now
from backend.conversations.absence import absence
from backend.conversations.models import Conversation
from backend.database import Database
from backend.demo.data import demo_cases
from backend.demo.first_state import write_case
from backend.followup.models import Reminder, ReminderWish
from backend.problems import not_found


async def seeding(database: Database, clients: ClientBook, today: date) -> None:
    """Writes the made-up cases that are not there yet; `today` is the demo day."""
    for cases in demo_cases(clients):
        client = clients.get(cases.client)
        async with database.transaction() as session:
            known = set(
                await session.scalars(select(Case.reference).where(Case.client == client.id))
            )
            for case in cases.cases:
                if case.reference not in known:
                    await write_case(session, cases, case, client, today)


async def reset_case(
    session: AsyncSession, reference: str, clients: ClientBook, today: date
) -> None:
    """Puts a made-up case back to its first state. Raises the problem not-found for another.

    So are those that have one plan with it: a part of a plan is no state that could come about.
    """
    together = await _agreed_with(session, reference)
    for cases in demo_cases(clients):
        if cases.case(reference) is None:
            continue
        for one in (reference, *together):
            case = cases.case(one)
            if case is not None:
                await _forget(session, one)
                await write_case(session, cases, case, clients.get(cases.client), today)
        return
    raise not_found("case")


async def _agreed_with(session: AsyncSession, reference: str) -> Sequence[str]:
    marks = select(AgreedPlan.joint).where(
        AgreedPlan.case_reference == reference, AgreedPlan.joint.is_not(None)
    )
    others = select(AgreedPlan.case_reference).where(
        AgreedPlan.joint.in_(marks), AgreedPlan.case_reference != reference
    )
    return (await session.scalars(others.distinct())).all()


async def _forget(session: AsyncSession, reference: str) -> None:
    """Deletes all that was written about the case; the case itself stays, others point at it."""
    for said in (Reminder, ReminderWish):
        await session.execute(delete(said).where(said.case_reference == reference))
    plans = select(AgreedPlan.id).where(AgreedPlan.case_reference == reference)
    await session.execute(delete(PlanPayment).where(PlanPayment.plan_id.in_(plans)))
    await _close_what_rested(session, reference)
    for table in (AgreedPlan, PlanOffer, PlanRequest, Deferral, Dispute, Hold, LedgerEntry):
        await session.execute(delete(table).where(table.case_reference == reference))
    routes = IdempotencyKey.route.startswith(f"/api/cases/{reference}/", autoescape=True)
    await session.execute(delete(IdempotencyKey).where(routes))


async def _close_what_rested(session: AsyncSession, reference: str) -> None:
    """What was agreed in a conversation of before is no more, so nobody comes back to it."""
    rested = update(Conversation).where(
        Conversation.case_reference == reference,
        Conversation.heard_at < utc_now() - absence().pause,
        Conversation.mode == "bot",
    )
    await session.execute(rested.values(mode="closed"))
