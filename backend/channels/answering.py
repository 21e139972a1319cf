"""Answers one message of the inbox: what it means, and into which conversation it goes.

The caller holds the contact's lock. Each step may be repeated: a process can die in between.
"""

from datetime import timedelta
from hashlib import sha256

import structlog

from backend.channels.choosing import chosen
from backend.channels.clients import is_active
from backend.channels.counting import refuse_of
from backend.channels.failing import place_of
from backend.channels.inbox_repository import end, try_later
from backend.channels.lines import say_line, say_text
from backend.channels.models import InboxMessage
from backend.channels.rules import rules
from backend.channels.stop_words import stop_words
from backend.channels.stopping import start, stop
from backend.channels.threads import Found, NothingNew, find_or_begin
from backend.clock import utc_now
from backend.conversations.coming_back import was_away
from backend.conversations.models import Conversation, Turn
from backend.conversations.opening import COME_BACK, OPEN
from backend.conversations.receiving import receive
from backend.conversations.repository import get_conversation
from backend.conversations.schemas import MessageIn
from backend.conversations.turn_repository import find_turn
from backend.conversations.turns import run_pending_turns
from backend.live import Live, TooFast
from backend.problems import Problem
from backend.services import Services
from backend.texts import say

log = structlog.get_logger(__name__)


async def answer(house: Services, live: Live, row: InboxMessage) -> None:
    """Does the row's work and ends it, or notes when it is to be tried again."""
    try:
        await _answer(house, live, row)
    except TooFast as too_fast:
        await _later(house, row, too_fast.seconds, row.attempts)
    except Exception as error:  # whatever failed, the next row must have its turn
        log.error("message not answered", channel=row.channel, reason=place_of(error))
        attempts = row.attempts + 1
        if attempts < rules().most_attempts:
            await _later(house, row, rules().wait(attempts).total_seconds(), attempts)
        else:
            await _give_up(house, row)
    else:
        async with house.database.transaction() as session:
            await end(session, row)


async def _answer(house: Services, live: Live, row: InboxMessage) -> None:
    if not is_active(house, row.client, row.channel):
        return await _refuse(house, row, "switched-off")
    words = stop_words()
    try:
        found = await find_or_begin(house, row)
    except NothingNew:
        return await _refuse(house, row, "client-leaving")
    if found.contact.stopped_at is not None:
        if words.starts(row.channel, row.text):
            return await start(house, found, row)
        return await _refuse(house, row, "stopped")
    if row.kind == "text" and words.stops(row.channel, row.text):
        return await stop(house, found, row)
    await _greet(house, live, found.conversation.id)
    async with house.database.transaction() as session:
        conversation = await get_conversation(session, found.conversation.id)
    match row.kind:
        case "unsupported":
            await say_line(house, conversation, row, "kind_unsupported")
        case "too_fast":
            await say_text(house, conversation, row, _own(house, conversation, "too_fast"))
        case "start":
            await _open_again(house, live, found, row)
        case _:
            await _receive(house, live, conversation, row)
    return None


async def _greet(house: Services, live: Live, conversation: str) -> None:
    async with live.locks.hold(conversation):
        await run_pending_turns(house, conversation)


async def _open_again(house: Services, live: Live, found: Found, row: InboxMessage) -> None:
    """Greets again who presses start in a conversation that there is already."""
    if found.is_new:
        return
    turn = _message_id(row)
    async with house.database.transaction() as session:
        conversation = await get_conversation(session, found.conversation.id)
        if await find_turn(session, conversation.id, turn) is None and conversation.mode == "bot":
            command = COME_BACK if was_away(conversation, utc_now()) else OPEN
            session.add(Turn(conversation_id=conversation.id, id=turn, command=command))
            conversation.heard_at = utc_now()
    await _greet(house, live, found.conversation.id)


async def _receive(
    house: Services, live: Live, conversation: Conversation, row: InboxMessage
) -> None:
    text, payload = row.text or row.payload or "", row.payload
    if payload is None:
        async with house.database.transaction() as session:
            choice = await chosen(session, conversation.id, row.channel, text)
        payload = choice.id if choice else None
    sent = MessageIn.model_construct(id=_message_id(row), text=text, payload=payload)
    try:
        await receive(house, live, conversation, sent)
    except TooFast:
        raise
    except Problem as problem:
        # Its sentence is in the conversation's language and says what can be done.
        await say_text(house, conversation, row, problem.detail)


def _message_id(row: InboxMessage) -> str:
    """The message's id follows from the channel's, so that a repeat finds what was done."""
    key = f"{row.channel}:{row.client}:{row.message_id}"
    return sha256(key.encode()).hexdigest()[:32]


def _own(house: Services, conversation: Conversation, text: str) -> str:
    return say(house.texts, conversation.language, text)


async def _refuse(house: Services, row: InboxMessage, why: str) -> None:
    async with house.database.transaction() as session:
        refuse_of(session, row.channel, row.client, why)


async def _later(house: Services, row: InboxMessage, seconds: float, attempts: int) -> None:
    after = utc_now() + timedelta(seconds=seconds)
    async with house.database.transaction() as session:
        await try_later(session, row, after, attempts=attempts)


async def _give_up(house: Services, row: InboxMessage) -> None:
    async with house.database.transaction() as session:
        await end(session, row, "failed")
        refuse_of(session, row.channel, row.client, "failed")
