"""Handoffs by their deadlines, of the clients that a user may see."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation
from backend.database.base import MomentUTC
from backend.handoff.models import Handoff
from backend.handoff.moments import Moments, at_their_moment

_OPEN = Handoff.state.in_(("waiting", "taken"))


def _late(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Open, and behind a promise or a target."""
    promised = and_(Handoff.state == "waiting", Handoff.promised_at < now)
    answer = and_(Handoff.answered_at.is_(None), Handoff.answer_due_at < now)
    return and_(_OPEN, or_(promised, answer, Handoff.resolution_due_at < now))


def _counted() -> Select[int, int]:
    """Put together once: every console asks for these two numbers, and all the time."""
    now, until = bindparam("now", type_=MomentUTC), bindparam("until", type_=MomentUTC)
    coming = and_(Handoff.state == "waiting", Handoff.promised_at.between(now, until))
    counted = select(func.count().filter(_late(now)), func.count().filter(coming))
    theirs = Conversation.client.in_(bindparam("clients", expanding=True))
    return counted.select_from(Handoff).join(Handoff.conversation).where(_OPEN, theirs)


_COUNTED = _counted()


def _of(clients: Collection[str]) -> Select[Handoff]:
    return select(Handoff).join(Handoff.conversation).where(Conversation.client.in_(clients))


async def promises(
    session: AsyncSession, clients: Collection[str], at_most: int
) -> Sequence[Handoff]:
    """What was promised and is still to be done, the first one first."""
    chosen = _of(clients).where(Handoff.state == "waiting", Handoff.promised_at.is_not(None))
    return (await session.scalars(chosen.order_by(Handoff.promised_at).limit(at_most))).all()


async def late(session: AsyncSession, moments: Moments, at_most: int) -> Sequence[Handoff]:
    """What is late and still to be done, whoever has waited longest first."""
    chosen = select(Handoff).join(Handoff.conversation).where(at_their_moment(moments, _late))
    ordered = chosen.order_by(Handoff.priority.desc(), Handoff.created_at, Handoff.id)
    return (await session.scalars(ordered.limit(at_most))).all()


async def missed(
    session: AsyncSession, clients: Collection[str], since: datetime, at_most: int
) -> Sequence[Handoff]:
    """What was done too late since then, the newest first."""
    chosen = _of(clients).where(~_OPEN, Handoff.ended_at >= since, Handoff.missed)
    return (await session.scalars(chosen.order_by(Handoff.ended_at.desc()).limit(at_most))).all()


async def how_many(session: AsyncSession, moments: Moments, within: timedelta) -> tuple[int, int]:
    """How many are late now, and how many promises are due `within` so long."""
    late_now = soon = 0
    for now, clients in moments.items():
        given = {"now": now, "until": now + within, "clients": list(clients)}
        behind, coming = (await session.execute(_COUNTED, given)).one()
        late_now, soon = late_now + behind, soon + coming
    return late_now, soon


async def open_and_missed(
    session: AsyncSession, client: str, since: datetime, until: datetime
) -> tuple[int, int]:
    """How many answers and ends were due between two moments and are still to come."""
    counted = select(func.count()).select_from(Handoff).join(Handoff.conversation)
    theirs = counted.where(Conversation.client == client, _OPEN)
    answer = theirs.where(
        Handoff.answered_at.is_(None),
        Handoff.answer_due_at >= since,
        Handoff.answer_due_at < until,
    )
    end = theirs.where(Handoff.resolution_due_at >= since, Handoff.resolution_due_at < until)
    return await session.scalar(answer) or 0, await session.scalar(end) or 0
