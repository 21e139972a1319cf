"""The only door to contacts and threads."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.inbox_repository import Address
from backend.channels.models import Contact, Thread
from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.database.inserting import insert_once


async def lock_contact(session: AsyncSession, address: Address) -> Contact:
    """The contact, made if it is new; nobody else changes it until this transaction ends."""
    now = utc_now()
    await insert_once(
        session, Contact, id=uuid4().hex, heard_at=now, created_at=now, **address._asdict()
    )
    here = (
        Contact.channel == address.channel,
        Contact.client == address.client,
        Contact.address == address.address,
    )
    await session.execute(update(Contact).where(*here).values(address=Contact.address))
    found = select(Contact).where(*here).execution_options(populate_existing=True)
    return (await session.scalars(found)).one()


async def newest_thread(session: AsyncSession, contact: str) -> Thread | None:
    """The contact's conversation that goes on."""
    newest = select(Thread).where(Thread.contact_id == contact).order_by(Thread.number.desc())
    found: Thread | None = await session.scalar(
        newest.limit(1).execution_options(populate_existing=True)
    )
    return found


async def addresses_with_unsent(session: AsyncSession, now: datetime) -> Sequence[Address]:
    """Whose threads have something to be sent."""
    unsent = (
        select(Contact.channel, Contact.client, Contact.address)
        .join(Thread, Thread.contact_id == Contact.id)
        .join(Conversation, Conversation.id == Thread.conversation_id)
        .where(
            Conversation.last_seq > Thread.sent_seq,
            Thread.try_after.is_(None) | (Thread.try_after <= now),
        )
        .distinct()
    )
    return [Address(*row) for row in await session.execute(unsent)]


async def threads_with_unsent(
    session: AsyncSession, address: Address, now: datetime
) -> Sequence[int]:
    """The numbers of the contact's threads that have something to be sent."""
    unsent = (
        select(Thread.number)
        .join(Contact, Contact.id == Thread.contact_id)
        .join(Conversation, Conversation.id == Thread.conversation_id)
        .where(
            Contact.channel == address.channel,
            Contact.client == address.client,
            Contact.address == address.address,
            Conversation.last_seq > Thread.sent_seq,
            Thread.try_after.is_(None) | (Thread.try_after <= now),
        )
        .order_by(Thread.number)
    )
    return (await session.scalars(unsent)).all()


async def advance(session: AsyncSession, thread: int, seq: int) -> None:
    """All up to `seq` has gone out, or never will."""
    moved = update(Thread).where(Thread.number == thread, Thread.sent_seq < seq)
    await session.execute(moved.values(sent_seq=seq, try_after=None))


async def send_later(session: AsyncSession, thread: int, after: datetime) -> None:
    """Sending is to be tried again, at the earliest at `after`."""
    await session.execute(update(Thread).where(Thread.number == thread).values(try_after=after))


async def note_stopped(session: AsyncSession, contact: Contact) -> None:
    """The person wants nothing more to be sent; the first time that it was said stays."""
    theirs = update(Contact).where(Contact.id == contact.id, Contact.stopped_at.is_(None))
    await session.execute(theirs.values(stopped_at=utc_now()))


async def has_stopped(session: AsyncSession, conversation: str) -> bool:
    """Whether the person whom the conversation goes out to wants nothing more to be sent."""
    theirs = select(Contact.stopped_at).join(Thread, Thread.contact_id == Contact.id)
    stopped_at = await session.scalar(theirs.where(Thread.conversation_id == conversation))
    return stopped_at is not None
