"""Runs what waits for the assistant, in order, and stores what it says.

The caller holds the conversation's lock, and no transaction is open while the assistant is asked:
its actions write through this same backend. The assistant does a turn once however often it is
asked, and the turn's state lets its answer be stored once; so each step may be repeated.
"""

from datetime import timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.contextvars import bound_contextvars

from backend.clock import utc_now
from backend.conversations import events, repository
from backend.conversations.answering import store_answer
from backend.conversations.assistant import AssistantAway, AssistantTurn
from backend.conversations.context import as_the_assistant_takes_it
from backend.conversations.models import Conversation, Message, Turn
from backend.conversations.own_buttons import is_own, take_press
from backend.conversations.repository import Line
from backend.conversations.turn_repository import (
    end_turn,
    next_pending_turn,
    pass_pending_turns,
)
from backend.metrics.measures import TURN_SECONDS, TURNS
from backend.services import Services
from backend.texts import say

log = structlog.get_logger(__name__)

#: How long a turn is tried that the assistant is there for and cannot do.
GIVEN_UP_AFTER = timedelta(minutes=2)


async def run_pending_turns(
    house: Services, conversation: str, reply_to: str | None = None
) -> bool:
    """Runs the conversation's pending turns, the oldest first; False when some are left.

    `reply_to` is the message whose HTTP answer carries all that is said.
    """
    while (waiting := await _next(house, conversation)) is not None:
        turn, asked = waiting
        with bound_contextvars(turn=turn.id, conversation=conversation):
            if asked is None:
                await take_press(house, turn, reply_to)
            elif not await _run(house, turn, asked, reply_to):
                return False
    return True


async def _run(house: Services, turn: Turn, asked: AssistantTurn, reply_to: str | None) -> bool:
    """Runs one turn; False when it has to be tried again later."""
    await events.tell_typing_to_debtor(house.hub, turn.conversation_id, "assistant")
    try:
        with TURN_SECONDS.time():
            answer = await house.assistant.run_turn(asked)
    except AssistantAway as away:
        log.warning("turn not answered", reason=str(away))
        if away.answered and utc_now() - turn.created_at > GIVEN_UP_AFTER:
            TURNS.labels("given_up").inc()
            await _give_up(house, turn, reply_to)
            return True
        TURNS.labels("away").inc()
        await _tell_that_it_is_away(house, turn, reply_to)
        return False
    TURNS.labels("answered").inc()
    await store_answer(house, turn, answer, reply_to)
    log.info("turn answered")
    return True


async def _next(house: Services, conversation: str) -> tuple[Turn, AssistantTurn | None] | None:
    """The next turn, and how the assistant is asked, unless it is not the assistant's to take."""
    async with house.database.transaction() as session:
        found = await repository.get_conversation(session, conversation)
        turn = await next_pending_turn(session, conversation)
        if turn is not None and found.mode != "bot" and not is_own(turn.command):
            # A turn before this one, or an agent, has brought a person in.
            await pass_pending_turns(session, conversation)
            turn = await next_pending_turn(session, conversation)
        if turn is None:
            return None
        if is_own(turn.command):
            return turn, None
        return turn, await as_the_assistant_takes_it(session, house, found, turn)


async def _tell_that_it_is_away(house: Services, turn: Turn, reply_to: str | None) -> None:
    async with house.database.transaction() as session:
        if not await repository.say_away(session, turn.conversation_id, utc_now()):
            return
        conversation, said = await _say(session, house, turn, "assistant_away", reply_to)
    await events.tell_messages(house.hub, conversation, said)


async def _give_up(house: Services, turn: Turn, reply_to: str | None) -> None:
    async with house.database.transaction() as session:
        if not await end_turn(session, turn, "failed"):
            return
        conversation, said = await _say(session, house, turn, "turn_failed", reply_to)
    await events.tell_messages(house.hub, conversation, said)
    for reach_somebody in house.when_given_up:
        await reach_somebody(house, conversation, turn)


async def _say(
    session: AsyncSession, house: Services, turn: Turn, text: str, reply_to: str | None
) -> tuple[Conversation, list[Message]]:
    conversation = await repository.get_conversation(session, turn.conversation_id)
    line = Line("system", say(house.texts, conversation.language, text))
    said = await repository.append(
        session, conversation.id, [line], turn=turn.id, reply_to=reply_to
    )
    return conversation, said
