"""Stores what the assistant said to a turn, once, and shows it."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations import events, repository
from backend.conversations.assistant import AssistantAnswer
from backend.conversations.buttons import issue
from backend.conversations.models import Conversation, Message, Turn
from backend.conversations.opening import comes_back
from backend.conversations.repository import Line
from backend.conversations.turn_repository import end_turn
from backend.eventlog import record, where_of
from backend.services import Services
from backend.texts import say


async def store_answer(
    house: Services, turn: Turn, answer: AssistantAnswer, reply_to: str | None
) -> None:
    """Ends the turn with the answer, in one transaction; of two tries one stores it."""
    async with house.database.transaction() as session:
        if not await end_turn(session, turn, "answered", waits_for=answer.waits_for):
            return
        conversation = await repository.get_conversation(session, turn.conversation_id)
        spoke_before = conversation.language
        conversation.away_since = None
        conversation.asks_since = utc_now() if answer.asks and not comes_back(turn) else None
        if answer.language is not None and answer.language in house.texts:
            conversation.language = answer.language
        said = await _append(session, house, conversation, turn, answer, reply_to)
        await _note_what_was_understood(session, conversation, turn, answer)
    if conversation.language != spoke_before:
        await events.tell_language(house.hub, conversation)
    await events.tell_messages(house.hub, conversation, said)


async def _append(
    session: AsyncSession,
    house: Services,
    conversation: Conversation,
    turn: Turn,
    answer: AssistantAnswer,
    reply_to: str | None,
) -> list[Message]:
    lines = [
        Line("assistant", said.text, issue(session, conversation.id, said.buttons), said.card)
        for said in answer.messages
        if said.text or said.buttons or said.card
    ]
    if turn.cut:
        lines.append(Line("system", say(house.texts, conversation.language, "long_message")))
    return await repository.append(session, conversation.id, lines, turn=turn.id, reply_to=reply_to)


async def _note_what_was_understood(
    session: AsyncSession, conversation: Conversation, turn: Turn, answer: AssistantAnswer
) -> None:
    message = await repository.find_message(session, turn.conversation_id, turn.id)
    if message is None:
        return  # the turn was the assistant's own, such as its greeting
    message.understood = answer.understood
    understood = answer.understood or {}
    record(
        session,
        "turn_answered",
        where_of(conversation),
        turn=turn.id,
        intent=answer.likeliest or understood.get("intent"),
        confidence=understood.get("confidence"),
        missed=answer.missed,
        asks=answer.asks,
        milliseconds=int((utc_now() - turn.created_at) / timedelta(milliseconds=1)),
    )
