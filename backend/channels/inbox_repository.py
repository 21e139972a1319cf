"""The only door to the inbox."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.kinds import InboxState
from backend.channels.models import InboxMessage
from backend.clock import utc_now
from backend.database.inserting import insert_once


class Address(NamedTuple):
    """Whose messages these are; they are answered one after the other."""

    channel: str
    client: str
    address: str


async def put(session: AsyncSession, **row: Any) -> bool:
    """Adds a message, which is its work too; False when it is there already."""
    return await insert_once(
        session,
        InboxMessage,
        **{"state": "waiting", "attempts": 0, "received_at": utc_now(), **row},
    )


async def addresses_waiting(session: AsyncSession, now: datetime) -> Sequence[Address]:
    """Whose messages wait, the longest waiting first."""
    key = (InboxMessage.channel, InboxMessage.client, InboxMessage.address)
    oldest = func.min(InboxMessage.number)
    waiting = select(*key).where(
        InboxMessage.state == "waiting",
        InboxMessage.kind != "status",
        InboxMessage.try_after.is_(None) | (InboxMessage.try_after <= now),
    )
    rows = await session.execute(waiting.group_by(*key).order_by(oldest))
    return [Address(*row) for row in rows]


async def next_waiting(session: AsyncSession, address: Address) -> InboxMessage | None:
    """The oldest message that waits, even if it is not to be tried yet: order is kept."""
    oldest = select(InboxMessage).where(
        InboxMessage.channel == address.channel,
        InboxMessage.client == address.client,
        InboxMessage.address == address.address,
        InboxMessage.state == "waiting",
        InboxMessage.kind != "status",
    )
    found: InboxMessage | None = await session.scalar(oldest.order_by(InboxMessage.number).limit(1))
    return found


async def end(session: AsyncSession, row: InboxMessage, state: InboxState = "done") -> None:
    """The work is done: what was written stands in the conversation, and no longer here."""
    ended = update(InboxMessage).where(InboxMessage.number == row.number)
    await session.execute(ended.values(state=state, text="", payload=None, ended_at=utc_now()))


async def try_later(
    session: AsyncSession, row: InboxMessage, after: datetime, *, attempts: int
) -> None:
    """The work is to be done again, at the earliest at `after`."""
    later = update(InboxMessage).where(InboxMessage.number == row.number)
    await session.execute(later.values(try_after=after, attempts=attempts))


async def statuses_waiting(session: AsyncSession) -> Sequence[InboxMessage]:
    """Statuses that were told before we knew the message that they are about."""
    waiting = select(InboxMessage).where(
        InboxMessage.state == "waiting", InboxMessage.kind == "status"
    )
    return (await session.scalars(waiting.order_by(InboxMessage.number))).all()
