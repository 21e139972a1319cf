"""Takes the way from the log back to a conversation away, and leaves what is counted."""

from uuid import uuid4

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.eventlog.models import LoggedEvent


async def forget_conversation(session: AsyncSession, conversation: str) -> None:
    """Gives the conversation's events a new id that leads nowhere.

    They still belong together, so that what ended how and who waited can be counted as before.
    """
    theirs = update(LoggedEvent).where(LoggedEvent.conversation == conversation)
    await session.execute(theirs.values(conversation=uuid4().hex))
