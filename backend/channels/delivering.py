"""Sends what a conversation says to the person, in order: the conversation itself is the outbox.

The caller holds the contact's lock; that nothing goes out twice is held by the deliveries' claims.
No transaction is open while a channel is asked.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from backend.channels import window
from backend.channels.clients import is_active
from backend.channels.connections import Connections
from backend.channels.contact_repository import advance, note_stopped, send_later
from backend.channels.counting import refuse_of
from backend.channels.delivery_repository import claim, is_through, note, skip
from backend.channels.known import CHANNELS
from backend.channels.models import Contact, Delivery, Thread
from backend.channels.outside import NotSent
from backend.channels.rules import rules
from backend.channels.said import Body
from backend.channels.saying import asks_to_identify, live_choices, ready
from backend.channels.telling_staff import tell_staff
from backend.channels.wording import words_in
from backend.clock import utc_now
from backend.conversations.models import Conversation, Message
from backend.conversations.repository import get_conversation, messages_after
from backend.identity.links import make_link
from backend.services import Services

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Due:
    """The next message that is to go out, and what decides how."""

    thread: Thread
    contact: Contact
    conversation: Conversation
    message: Message
    has_live_choices: bool
    links: bool
    promised_at: datetime | None


async def deliver(house: Services, connections: Connections, thread: int) -> None:
    """Sends all that is due of the thread; stops where it is to be tried again."""
    while (due := await _next(house, thread)) is not None:
        done = await _deliver_one(house, connections, due)
        if due.message.sender == "agent":
            await tell_staff(house, due.conversation.id, due.message.seq)
        if not done:
            return


async def _deliver_one(house: Services, connections: Connections, due: Due) -> bool:
    """True when the message is through: sent, given up, or not to be sent at all."""
    why_not = _why_not(house, due)
    if why_not is None:
        return await _send(house, connections, due)
    if why_not == window.CLOSED and window.is_kept(due.message):
        await _keep(house, due)
        return False
    await _skip(house, due, why_not)
    return True


async def _next(house: Services, number: int) -> Due | None:
    async with house.database.transaction() as session:
        thread = await session.get_one(Thread, number, populate_existing=True)
        conversation = await get_conversation(session, thread.conversation_id)
        said = await messages_after(session, conversation.id)
        left = [message for message in said if message.seq > thread.sent_seq]
        to_send = [message for message in left if message.sender != "debtor"]
        if not to_send:
            # What the person wrote is known to the person.
            await advance(session, number, left[-1].seq if left else thread.sent_seq)
            return None
        message, *later = to_send
        contact = await session.get_one(Contact, thread.contact_id, populate_existing=True)
        return Due(
            thread=thread,
            contact=contact,
            conversation=conversation,
            message=message,
            has_live_choices=live_choices(said) is message,
            links=asks_to_identify(message) and not any(map(asks_to_identify, later)),
            promised_at=await window.promised_at(session, message),
        )


def _why_not(house: Services, due: Due) -> str | None:
    """Why the message is not to be sent at all."""
    contact, channel = due.contact, due.contact.channel
    if contact.stopped_at is not None and due.message.seq > (due.thread.stop_seq or 0):
        return "stopped"
    if not is_active(house, contact.client, channel):
        return "switched-off"
    return window.CLOSED if window.is_closed_for(contact, due.message) else None


async def _keep(house: Services, due: Due) -> None:
    """Nothing more of the thread goes out until the person writes."""
    number, channel = due.thread.number, due.contact.channel
    async with house.database.transaction() as session:
        piece = await claim(session, due.conversation.id, due.message.seq, 0, channel)
        if piece is None:
            return
        if piece.reason != window.CLOSED:
            refuse_of(session, channel, due.contact.client, window.CLOSED)
        await note(session, piece, "waiting", reason=window.CLOSED)
        await send_later(session, number, utc_now() + window.UNTIL_THEY_WRITE)


async def _skip(house: Services, due: Due, why: str) -> None:
    async with house.database.transaction() as session:
        channel = due.contact.channel
        if await skip(session, due.conversation.id, due.message.seq, channel, why):
            refuse_of(session, channel, due.contact.client, why)
        await advance(session, due.thread.number, due.message.seq)


async def _send(house: Services, connections: Connections, due: Due) -> bool:
    """True when the message is through, sent or given up."""
    for part, body in enumerate(await _render(house, due)):
        async with house.database.transaction() as session:
            piece = await claim(
                session, due.conversation.id, due.message.seq, part, due.contact.channel
            )
        if piece is None:
            return False
        if not is_through(piece) and not await _send_piece(house, connections, due, piece, body):
            return False
    async with house.database.transaction() as session:
        await advance(session, due.thread.number, due.message.seq)
    return True


async def _render(house: Services, due: Due) -> list[Body]:
    client = house.clients.get(due.contact.client)
    url = None
    if due.links and not due.conversation.identified:
        async with house.database.transaction() as session:
            url = await make_link(session, house.settings, client, due.conversation.id)
    words = words_in(due.conversation.language, client.country)
    channel = CHANNELS[due.contact.channel]
    again = window.is_closed_by(house, due.contact, due.promised_at)
    live = due.has_live_choices
    said = ready(due.message, words, channel.name, live=live, url=url, write_again=again)
    return channel.render(said, words)


async def _send_piece(
    house: Services, connections: Connections, due: Due, piece: Delivery, body: Body
) -> bool:
    channel = CHANNELS[due.contact.channel]
    line = connections.line(house.clients.get(due.contact.client), channel)
    try:
        provider_id = await channel.send(line, due.contact.address, body)
    except NotSent as failure:
        return await _note_failure(house, due, piece, failure)
    async with house.database.transaction() as session:
        await note(session, piece, "sent", provider_id=provider_id)
    return True


async def _note_failure(house: Services, due: Due, piece: Delivery, failure: NotSent) -> bool:
    """True when nothing more is tried."""
    log.warning(
        "message not sent",
        channel=due.contact.channel,
        conversation=due.conversation.id,
        reason=failure.reason,
        permanent=failure.permanent,
    )
    too_old = utc_now() - piece.created_at > timedelta(hours=rules().give_up_after_hours)
    async with house.database.transaction() as session:
        if failure.permanent or too_old:
            await note(session, piece, "failed", reason=failure.reason)
            refuse_of(session, due.contact.channel, due.contact.client, "not-delivered")
            if failure.stopped:
                await note_stopped(session, due.contact)
            return True
        await note(session, piece, "waiting", reason=failure.reason)
        await _wait(session, due, piece, failure)
    return False


async def _wait(session: AsyncSession, due: Due, piece: Delivery, failure: NotSent) -> None:
    wait = rules().wait(piece.attempts)
    if failure.retry_after is not None:
        wait = max(wait, timedelta(seconds=failure.retry_after))
    await send_later(session, due.thread.number, utc_now() + wait)
