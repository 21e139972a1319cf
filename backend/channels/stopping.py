"""The person wants nothing more to be sent, or wants to begin again."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.lines import say_line
from backend.channels.models import Contact, InboxMessage, Thread
from backend.channels.stop_words import stop_words
from backend.channels.threads import Found
from backend.clock import utc_now
from backend.services import Services


async def stop(house: Services, found: Found, row: InboxMessage) -> None:
    """One line of confirmation, and nothing after it."""
    word = stop_words().start_word(found.conversation.language)
    seq = await say_line(house, found.conversation, row, "stopped", word=word)
    async with house.database.transaction() as session:
        await _set(session, found, stop_seq=seq)
        stopped = update(Contact).where(Contact.id == found.contact.id)
        await session.execute(stopped.values(stopped_at=utc_now()))


async def start(house: Services, found: Found, row: InboxMessage) -> None:
    """It goes on, with a line that says so. What was said in between is not sent any more."""
    seq = await say_line(house, found.conversation, row, "started")
    async with house.database.transaction() as session:
        await _set(session, found, stop_seq=None, sent_seq=seq - 1)
        started = update(Contact).where(Contact.id == found.contact.id)
        await session.execute(started.values(stopped_at=None))


async def _set(session: AsyncSession, found: Found, **values: int | None) -> None:
    thread = update(Thread).where(Thread.number == found.thread.number)
    await session.execute(thread.values(**values))
