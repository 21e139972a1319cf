"""Where the debtor of a case is written to, and what goes on there."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations.models import Conversation, Message, Turn
from backend.handoff.models import Handoff

#: For so long after their last word somebody is taken to be in the middle of a conversation.
STILL_TALKING = timedelta(minutes=2)
_OPEN = ("waiting", "taken")


async def conversation_to_use(session: AsyncSession, case_reference: str) -> Conversation | None:
    """The conversation in which the case's debtor last wrote, on whatever channel.

    Only those in which the debtor has identified have the case at all.
    """
    last_words = func.max(Message.at)
    chosen = (
        select(Conversation)
        .outerjoin(
            Message,
            (Message.conversation_id == Conversation.id) & (Message.sender == "debtor"),
        )
        .where(Conversation.case_reference == case_reference)
        .group_by(Conversation.id)
        .order_by(last_words.desc().nulls_last(), Conversation.created_at.desc())
        .limit(1)
    )
    found: Conversation | None = await session.scalar(
        chosen.execution_options(populate_existing=True)
    )
    return found


async def is_talking(session: AsyncSession, conversation: str) -> bool:
    """Whether the debtor waits for an answer, or wrote a moment ago."""
    waits = select(Turn.number).where(Turn.conversation_id == conversation, Turn.state == "pending")
    if await session.scalar(waits.limit(1)) is not None:
        return True
    last = await session.scalar(
        select(func.max(Message.at)).where(
            Message.conversation_id == conversation, Message.sender == "debtor"
        )
    )
    return last is not None and last > utc_now() - STILL_TALKING


async def is_with_a_person(session: AsyncSession, case_reference: str) -> bool:
    """Whether a person has one of the case's conversations, or has promised to come."""
    theirs = select(Conversation.id).where(Conversation.case_reference == case_reference)
    talked = theirs.where(Conversation.mode.in_(("queue", "agent"))).limit(1)
    if await session.scalar(talked) is not None:
        return True
    promised = select(Handoff.id).where(
        Handoff.conversation_id.in_(theirs),
        Handoff.state.in_(_OPEN),
        Handoff.keeps_assistant.is_(False),
    )
    return await session.scalar(promised.limit(1)) is not None


async def was_in_danger(session: AsyncSession, case_reference: str, days: int) -> bool:
    """Whether a crisis was handed over from one of the case's conversations in the last days."""
    theirs = select(Conversation.id).where(Conversation.case_reference == case_reference)
    crisis = select(Handoff.id).where(
        Handoff.conversation_id.in_(theirs),
        Handoff.priority == 1,
        Handoff.created_at > utc_now() - timedelta(days=days),
    )
    return await session.scalar(crisis.limit(1)) is not None
