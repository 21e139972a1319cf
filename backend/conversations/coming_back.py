"""Somebody comes back after a pause: what was left off is taken up, and never half remembered.

An offer of yesterday may have run out and a balance may have changed. So a pause ends what the
assistant was asking: it asks whether to go on, and a yes has everything worked out anew. Somebody
who opens the page hears that question. Somebody who writes at once gets an answer to what they
wrote, and the question after it.
"""

from datetime import datetime
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations import repository
from backend.conversations.absence import absence
from backend.conversations.models import Conversation, Turn
from backend.conversations.opening import COME_BACK, COME_BACK_QUIETLY
from backend.conversations.reading import read
from backend.conversations.schemas import ConversationOut
from backend.conversations.turns import run_pending_turns
from backend.live import Live
from backend.problems import not_found
from backend.services import Services


def was_away(conversation: Conversation, now: datetime) -> bool:
    """Whether the visitor comes back after a pause to a conversation that is the assistant's."""
    return conversation.mode == "bot" and now - conversation.heard_at >= absence().pause


def is_over(conversation: Conversation, now: datetime) -> bool:
    """Whether it has rested too long to go on; one that waits for a person goes on."""
    resting = conversation.mode in ("bot", "closed")
    return resting and now - conversation.heard_at >= absence().end


def refuse_if_over(conversation: Conversation) -> None:
    """Raises the problem not-found for a conversation that is over: the page begins a new one."""
    if is_over(conversation, utc_now()):
        raise not_found("conversation")


async def come_back(house: Services, live: Live, conversation: Conversation) -> ConversationOut:
    """All of the conversation, after the line with which it is taken up if there was a pause.

    Coming back once more before the next pause says nothing. Raises the problem not-found when it
    is over.
    """
    async with live.locks.hold(conversation.id):
        async with house.database.transaction() as session:
            now = await repository.lock_conversation(session, conversation.id)
            assert now is not None
            refuse_if_over(now)
            take_up(session, now)
        await run_pending_turns(house, conversation.id)
    return await read(house, conversation.id)


def take_up(session: AsyncSession, conversation: Conversation) -> None:
    """Notes that the visitor is here again; after a pause the assistant says something to it."""
    _note(session, conversation, COME_BACK)


def come_back_quietly(session: AsyncSession, conversation: Conversation) -> None:
    """The same before a message, which is answered first. The caller stores the message's turn."""
    _note(session, conversation, COME_BACK_QUIETLY)


def _note(session: AsyncSession, conversation: Conversation, command: str) -> None:
    now = utc_now()
    if was_away(conversation, now):
        session.add(Turn(conversation_id=conversation.id, id=uuid4().hex, command=command))
    conversation.heard_at = now
