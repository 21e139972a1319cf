"""Finds the conversation that a message belongs to, or begins it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels.contact_repository import advance, lock_contact, newest_thread
from backend.channels.inbox_repository import Address
from backend.channels.languages import first_language
from backend.channels.models import Contact, InboxMessage, Thread
from backend.channels.rules import rules
from backend.channels.window import opens
from backend.clock import utc_now
from backend.conversations.beginning import note_beginning
from backend.conversations.models import Conversation, Turn
from backend.conversations.opening import OPEN
from backend.conversations.repository import get_conversation
from backend.identity.access import fingerprint, new_token
from backend.services import Services

#: Who is waiting for a person, or talking to one, goes on however long it takes.
_WITH_A_PERSON = ("queue", "agent")


@dataclass(frozen=True)
class Found:
    """Where a message belongs; `is_new` says that it began with this message."""

    contact: Contact
    thread: Thread
    conversation: Conversation
    is_new: bool


class NothingNew(Exception):
    """The message would begin a conversation, and the client takes no new ones."""


async def find_or_begin(house: Services, row: InboxMessage) -> Found:
    """The contact's conversation. After a long silence it is a new one, in which nobody is known:

    a telephone may have changed hands. The same row again has the same conversation.
    Raises NothingNew.
    """
    address = Address(row.channel, row.client, row.address)
    async with house.database.transaction() as session:
        contact = await lock_contact(session, address)
        silent_since, contact.heard_at = contact.heard_at, max(contact.heard_at, row.received_at)
        thread = await newest_thread(session, contact.id)
        if thread is not None:
            conversation = await get_conversation(session, thread.conversation_id)
            if _goes_on(conversation, silent_since, row.received_at):
                if opens(row.channel, silent_since, row.received_at):
                    thread.try_after = None
                is_new = conversation.created_at >= row.received_at
                return Found(contact, thread, conversation, is_new)
            # What was kept for who had this number may not be meant for who writes now.
            await advance(session, thread.number, conversation.last_seq)
        if not house.clients.entry(row.client).takes_new_conversations:
            raise NothingNew
        conversation, thread = await _begin(session, house, contact, row)
        return Found(contact, thread, conversation, is_new=True)


def _goes_on(conversation: Conversation, silent_since: datetime, now: datetime) -> bool:
    silence = timedelta(hours=rules().new_conversation_after_hours)
    return conversation.mode in _WITH_A_PERSON or now - silent_since < silence


async def _begin(
    session: AsyncSession, house: Services, contact: Contact, row: InboxMessage
) -> tuple[Conversation, Thread]:
    client = house.clients.get(row.client)
    conversation = Conversation(
        id=uuid4().hex,
        client=client.id,
        channel=row.channel,
        access_hash=fingerprint(new_token()),  # nobody opens it over the web
        language=first_language(client, row.channel, row.address, row.language),
        created_at=utc_now(),
    )
    session.add(conversation)
    await session.flush()
    note_beginning(session, house, conversation)
    session.add(Turn(conversation_id=conversation.id, id=uuid4().hex, command=OPEN))
    thread = Thread(contact_id=contact.id, conversation_id=conversation.id)
    session.add(thread)
    await session.flush()
    return conversation, thread
