"""Finds conversations by how long nothing has been heard in them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation, Message

#: The channel of the widget.
WEB = "web"


async def has_talked_before(session: AsyncSession, case: str, before: datetime) -> bool:
    """Whether somebody has written about the case in a conversation that has rested since."""
    earlier = Conversation.case_reference == case, Conversation.heard_at < before
    return bool(await session.scalar(select(exists().where(*earlier, _somebody_wrote()))))


async def newest_of_case(session: AsyncSession, client: str, case: str) -> Conversation | None:
    """The web conversation about the case in which was written last, if there is one."""
    theirs = select(Conversation).where(
        Conversation.client == client,
        Conversation.case_reference == case,
        Conversation.channel == WEB,
        _somebody_wrote(),
    )
    found: Conversation | None = await session.scalar(
        theirs.order_by(Conversation.heard_at.desc()).limit(1)
    )
    return found


async def quiet_conversations(
    session: AsyncSession, before: datetime, at_most: int
) -> Sequence[str]:
    """Those on the web in which a question of the assistant waits since `before`, longest first."""
    quiet = select(Conversation.id).where(*_quiet(before))
    return (await session.scalars(quiet.order_by(Conversation.asks_since).limit(at_most))).all()


async def end_waiting(
    session: AsyncSession, conversation: str, before: datetime
) -> datetime | None:
    """Since when its question waited, told once: of two who ask one is told; None for the other."""
    waiting = select(Conversation.asks_since).where(
        Conversation.id == conversation, *_quiet(before)
    )
    since: datetime | None = await session.scalar(waiting.with_for_update())
    ended = update(Conversation).where(Conversation.id == conversation, *_quiet(before))
    done = await session.execute(ended.values(asks_since=None).returning(Conversation.id))
    return since if done.first() is not None else None


def _quiet(before: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Conversation.asks_since <= before,
        Conversation.channel == WEB,
        Conversation.mode == "bot",
    )


def _somebody_wrote() -> ColumnElement[bool]:
    theirs = Message.conversation_id == Conversation.id, Message.sender == "debtor"
    return exists().where(*theirs)
