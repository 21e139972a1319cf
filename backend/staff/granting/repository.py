"""The only door to the table of grants."""

from collections.abc import Collection, Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import AgreedPlan, PlanOffer, PlanStatus
from backend.conversations.models import Conversation
from backend.problems import not_found
from backend.staff.models import Grant


async def get_grant(session: AsyncSession, id: str) -> Grant:
    """A grant that is known to exist, as it is now."""
    return await session.get_one(Grant, id, populate_existing=True)


async def lock_grant(session: AsyncSession, id: str, clients: Collection[str]) -> Grant:
    """A grant of these clients, which nobody else changes until this transaction ends.

    An update, because SQLite has no other lock. Raises the problem not-found.
    """
    await session.execute(update(Grant).where(Grant.id == id).values(kind=Grant.kind))
    found: Grant | None = await session.scalar(
        select(Grant)
        .join(Conversation, Conversation.id == Grant.conversation_id)
        .where(Grant.id == id, Conversation.client.in_(clients), Conversation.handed_over)
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise not_found("offer")
    return found


async def grants_of(session: AsyncSession, conversation: str) -> Sequence[Grant]:
    """What people have offered in the conversation, the newest first."""
    grants = select(Grant).where(Grant.conversation_id == conversation)
    return (await session.scalars(grants.order_by(Grant.made_at.desc()))).all()


async def grants_by_request(session: AsyncSession, case: str) -> dict[str, Grant]:
    """What people have offered about the case, by the id of the wish that it answers."""
    made = select(PlanOffer.request_id, Grant).join(Grant, Grant.id == PlanOffer.id)
    found = await session.execute(made.where(PlanOffer.case_reference == case))
    return {row.request_id: row.Grant for row in found}


async def undone_among(session: AsyncSession, grants: Collection[Grant]) -> set[str]:
    """The ids of those that became a plan which was undone."""
    undone = select(AgreedPlan.offer_id).where(
        AgreedPlan.offer_id.in_([grant.id for grant in grants]),
        AgreedPlan.status == PlanStatus.UNDONE,
    )
    return set(await session.scalars(undone))


async def grants_waiting(
    session: AsyncSession, role: str, user: str, clients: Collection[str]
) -> Sequence[tuple[Grant, Conversation]]:
    """What waits for somebody of the role who has not made it, the longest waiting first."""
    waiting = (
        select(Grant, Conversation)
        .join(Conversation, Conversation.id == Grant.conversation_id)
        .where(
            Conversation.client.in_(clients),
            Grant.needs_role == role,
            Grant.approved.is_(None),
            Grant.agreed_at.is_(None),
            Grant.made_by != user,
        )
    )
    found = await session.execute(waiting.order_by(Grant.made_at))
    return [(grant, conversation) for grant, conversation in found]
