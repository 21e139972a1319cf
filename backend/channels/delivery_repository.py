"""The only door to the deliveries."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.kinds import DeliveryState
from backend.channels.models import Delivery
from backend.clock import utc_now
from backend.database.inserting import insert_once

#: How long a piece belongs to whoever sends it; longer than sending can take.
CLAIM = timedelta(seconds=60)
#: Statuses come out of order: what is already known to be further on stays.
_COMES_AFTER: Mapping[str, tuple[DeliveryState, ...]] = {
    "sent": ("sending", "waiting"),
    "delivered": ("sending", "waiting", "sent"),
    "read": ("sending", "waiting", "sent", "delivered"),
    "failed": ("sending", "waiting", "sent"),
}


async def claim(
    session: AsyncSession, conversation: str, seq: int, part: int, channel: str
) -> Delivery | None:
    """The piece, for this caller alone to send; None while somebody else is at it.

    One that is through is given as it stands. A claim that ended without a result is given again:
    better sent twice than never.
    """
    now = utc_now()
    new = await insert_once(
        session,
        Delivery,
        conversation_id=conversation,
        seq=seq,
        part=part,
        channel=channel,
        state="sending",
        attempts=0,
        claimed_until=now + CLAIM,
        created_at=now,
        updated_at=now,
    )
    taken = new or await _take(session, conversation, seq, part, now)
    key = (conversation, seq, part)
    found = await session.get_one(Delivery, key, populate_existing=True)
    return found if taken or is_through(found) else None


async def _take(
    session: AsyncSession, conversation: str, seq: int, part: int, now: datetime
) -> bool:
    free = update(Delivery).where(
        Delivery.conversation_id == conversation,
        Delivery.seq == seq,
        Delivery.part == part,
        or_(
            Delivery.state == "waiting",
            (Delivery.state == "sending") & (Delivery.claimed_until <= now),
        ),
    )
    claimed = free.values(state="sending", claimed_until=now + CLAIM).returning(Delivery.seq)
    return (await session.execute(claimed)).first() is not None


def is_through(delivery: Delivery) -> bool:
    """Whether nothing is left to be done for the piece."""
    return delivery.state not in ("sending", "waiting")


async def note(
    session: AsyncSession,
    delivery: Delivery,
    state: DeliveryState,
    *,
    provider_id: str | None = None,
    reason: str | None = None,
) -> None:
    """What became of a try to send."""
    tried = update(Delivery).where(
        Delivery.conversation_id == delivery.conversation_id,
        Delivery.seq == delivery.seq,
        Delivery.part == delivery.part,
    )
    await session.execute(
        tried.values(
            state=state,
            provider_id=provider_id,
            reason=reason,
            attempts=Delivery.attempts + 1,
            claimed_until=None,
        )
    )


async def skip(
    session: AsyncSession, conversation: str, seq: int, channel: str, reason: str
) -> bool:
    """Notes that a message is not sent, and why; False when that is noted already."""
    return await insert_once(
        session,
        Delivery,
        conversation_id=conversation,
        seq=seq,
        part=0,
        channel=channel,
        state="skipped",
        attempts=0,
        reason=reason,
        created_at=utc_now(),
        updated_at=utc_now(),
    )


async def note_status(
    session: AsyncSession, channel: str, provider_id: str, state: str, reason: str | None
) -> tuple[str, int] | None:
    """What the channel tells of a message; None when there is none with this id (yet).

    Else the message's conversation and place in it.
    """
    ours = update(Delivery).where(Delivery.channel == channel, Delivery.provider_id == provider_id)
    known = await session.execute(
        ours.values(updated_at=Delivery.updated_at).returning(
            Delivery.conversation_id, Delivery.seq
        )
    )
    found = known.first()
    if found is None:
        return None
    later = ours.where(Delivery.state.in_(_COMES_AFTER[state]))
    await session.execute(later.values(state=state, reason=reason, updated_at=utc_now()))
    return found.conversation_id, found.seq
