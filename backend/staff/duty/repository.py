"""What supervisors read of the desk: who holds how much, and who waits for whom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation
from backend.duty.models import Duty
from backend.handoff.models import Handoff
from backend.staff.models import StaffUser


@dataclass(frozen=True)
class Waiting:
    """Those who wait for one client in one language."""

    client: str
    language: str
    number: int
    crisis: int
    since: datetime


async def how_many_each_holds(session: AsyncSession, clients: Collection[str]) -> Mapping[str, int]:
    """Conversations of these clients by the user who has them."""
    held = select(Conversation.agent, func.count().label("number")).where(
        Conversation.agent.is_not(None), Conversation.client.in_(clients)
    )
    found = await session.execute(held.group_by(Conversation.agent))
    return {row.agent: row.number for row in found}


async def who_waits(session: AsyncSession, clients: Collection[str]) -> Sequence[Waiting]:
    """By client and language, whoever has waited longest first."""
    since = func.min(Handoff.created_at)
    grouped = (
        select(
            Conversation.client,
            Conversation.language,
            func.count(),
            func.sum(case((Handoff.priority > 0, 1), else_=0)),
            since,
        )
        .join(Handoff.conversation)
        .where(Handoff.state == "waiting", Conversation.client.in_(clients))
        .group_by(Conversation.client, Conversation.language)
        .order_by(since)
    )
    return [Waiting(*row) for row in await session.execute(grouped)]


async def everybody(session: AsyncSession) -> Sequence[tuple[StaffUser, Duty | None]]:
    """All users who can sign in, with their duties, by name."""
    both = select(StaffUser, Duty).outerjoin(Duty, Duty.user_id == StaffUser.id)
    chosen = both.where(StaffUser.active).order_by(StaffUser.name, StaffUser.id)
    found = await session.execute(chosen.execution_options(populate_existing=True))
    return [(row.StaffUser, row.Duty) for row in found]
