"""Takes a debtor's message: stored once, then answered, by the assistant or by a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from backend.clock import utc_now
from backend.conversations import events, repository
from backend.conversations.buttons import UnknownButton, pressed
from backend.conversations.coming_back import come_back_quietly
from backend.conversations.debtor_text import (
    LONGEST_FOR_ASSISTANT,
    TextRefused,
    read_debtor_text,
)
from backend.conversations.kinds import TurnState
from backend.conversations.models import Conversation, Message, Turn
from backend.conversations.own_answers import own_answer
from backend.conversations.own_buttons import is_own, typed_press
from backend.conversations.refusing import refusal, too_fast
from backend.conversations.repository import Line
from backend.conversations.schemas import Answers, MessageIn, MessageOut
from backend.conversations.turn_repository import next_pending_turn
from backend.conversations.turns import run_pending_turns
from backend.live import Live
from backend.services import Services

_LIMIT = "messages_of_a_conversation"


@dataclass(frozen=True)
class _Stored:
    """A message that is new. `answers` are all there are to it; None when something is still to run."""

    answers: Answers | None


async def receive(
    house: Services, live: Live, conversation: Conversation, sent: MessageIn
) -> Answers:
    """The answers to the message. The same message again has the same answers and changes nothing.

    While a person has the conversation there are none, except to a button that the product takes
    itself. Raises problems in its language.
    """
    text = _read(house, conversation, sent)
    seconds = await live.limits.spend(_LIMIT, conversation.id)
    if seconds and not await _is_known(house, conversation, sent):
        raise too_fast(house, conversation.language, seconds)
    async with live.locks.hold(conversation.id):
        stored = await _store(house, conversation, sent, text)
        if stored is None:
            await live.limits.give_back(_LIMIT, conversation.id)
        elif stored.answers is not None:
            return stored.answers
        await run_pending_turns(house, conversation.id, reply_to=sent.id)
        return await answers(house, conversation.id, sent.id)


async def answers(house: Services, conversation: str, message: str) -> Answers:
    """What was said in answer to a message, and who answers now: an action may have changed it."""
    async with house.database.transaction() as session:
        found = await repository.get_conversation(session, conversation)
        said = await repository.answers_to(session, conversation, message)
    return _answers(found, said)


def _answers(conversation: Conversation, said: Iterable[Message]) -> Answers:
    return Answers(
        messages=[MessageOut.of(answer) for answer in said],
        mode=conversation.mode,
        language=conversation.language,
    )


def _read(house: Services, conversation: Conversation, sent: MessageIn) -> str:
    country = house.clients.get(conversation.client).country
    try:
        return read_debtor_text(sent.text, country)
    except TextRefused as refused:
        language = conversation.language
        raise refusal(house, language, refused.status, refused.kind) from refused


async def _is_known(house: Services, conversation: Conversation, sent: MessageIn) -> bool:
    async with house.database.transaction() as session:
        return await repository.find_message(session, conversation.id, sent.id) is not None


async def _store(
    house: Services, conversation: Conversation, sent: MessageIn, text: str
) -> _Stored | None:
    """Stores the message and tells it; None when it was stored before."""
    async with house.database.transaction() as session:
        now = await repository.lock_conversation(session, conversation.id)
        assert now is not None
        if await repository.find_message(session, now.id, sent.id) is not None:
            return None
        try:
            button = await pressed(session, now.id, sent.payload, text)
        except UnknownButton as unknown:
            raise refusal(house, now.language, 422, "payload-unknown") from unknown
        was_closed = now.mode == "closed"
        told: list[Line] = []
        if was_closed:
            now.mode = "bot"
            if house.when_reopened is not None:
                told += await house.when_reopened(session, house, now, text)
        come_back_quietly(session, now)
        now.heard_at, now.asks_since = utc_now(), None
        line = Line("debtor", button.title if button else text, id=sent.id)
        said = await repository.append(session, now.id, [line])
        own = None if button else own_answer(house, now, text)
        command = button.command if button else typed_press(house, now, text)
        session.add(_turn(now, said[0], command, is_answered=own is not None))
        if own is not None:
            told.append(Line("system", own))
        own_lines = await repository.append(session, now.id, told, turn=sent.id)
        waits = was_closed or await next_pending_turn(session, now.id) is not None
    if was_closed:
        await events.tell_mode(house.hub, now)
    await events.tell_messages(house.hub, now, [*said, *own_lines])
    return _Stored(None if waits else _answers(now, own_lines))


def _turn(
    conversation: Conversation, message: Message, command: str | None, *, is_answered: bool
) -> Turn:
    waits = conversation.mode == "bot" or is_own(command)
    state: TurnState = "pending" if waits else "passed"
    return Turn(
        conversation_id=conversation.id,
        id=message.id,
        state="answered" if is_answered else state,
        text=message.text[:LONGEST_FOR_ASSISTANT],
        command=command,
        cut=len(message.text) > LONGEST_FOR_ASSISTANT,
    )
