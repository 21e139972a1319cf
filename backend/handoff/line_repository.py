"""The table of handoffs as a line that moves: who waits, and who was taken when."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation
from backend.handoff.models import Handoff
from backend.handoff.pace import Taking

_MOST_WAITING = 2000


async def waiting_line(session: AsyncSession, client: str) -> Sequence[Handoff]:
    """Who waits for a person of the client in writing, in the order in which they are served."""
    waiting = (
        select(Handoff)
        .join(Handoff.conversation)
        .where(
            Conversation.client == client,
            Handoff.state == "waiting",
            Handoff.keeps_assistant.is_(False),
        )
    )
    ordered = waiting.order_by(Handoff.priority.desc(), Handoff.created_at, Handoff.id)
    found = ordered.limit(_MOST_WAITING).execution_options(populate_existing=True)
    return (await session.scalars(found)).all()


async def clients_with_a_queue(session: AsyncSession) -> Sequence[str]:
    """The clients for whose people somebody waits at their page."""
    waiting = select(Conversation.client).join(Handoff, Handoff.conversation_id == Conversation.id)
    chosen = waiting.where(Handoff.state == "waiting", Conversation.mode == "queue")
    return (await session.scalars(chosen.distinct())).all()


async def takings_since(
    session: AsyncSession, client: str, since: datetime, at_most: int
) -> list[Taking]:
    """The newest takings of who waited in writing, in their order."""
    taken = (
        select(Handoff.created_at, Handoff.taken_at, Handoff.taken_by)
        .join(Handoff.conversation)
        .where(
            Conversation.client == client,
            Handoff.taken_at >= since,
            Handoff.taken_by.is_not(None),
            Handoff.keeps_assistant.is_(False),
        )
        .order_by(Handoff.taken_at.desc())
        .limit(at_most)
    )
    found = [
        Taking(row.created_at, row.taken_at, row.taken_by) for row in await session.execute(taken)
    ]
    return found[::-1]
