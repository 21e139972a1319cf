"""What the assistant is told when a person has given the conversation back to it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation, Message, Turn
from backend.handoff.repository import last_ended
from backend.services import Services


async def whether_given_back(
    session: AsyncSession, house: Services, conversation: Conversation, turn: Turn
) -> Mapping[str, Any]:
    """`given_back`: a person had it, and the assistant has said nothing since.

    Until then its last words are that a person comes, which is over.
    """
    if not conversation.handed_over:
        return {}
    last = await last_ended(session, conversation.id)
    if last is None or last.state != "returned" or last.taken_by is None or last.ended_at is None:
        return {}
    if await _has_spoken(session, conversation.id, last.ended_at):
        return {}
    return {"given_back": True}


async def _has_spoken(session: AsyncSession, conversation: str, since: datetime) -> bool:
    theirs = (Message.conversation_id == conversation, Message.sender == "assistant")
    return bool(await session.scalar(select(exists().where(*theirs, Message.at > since))))
