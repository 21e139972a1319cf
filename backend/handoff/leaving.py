"""A debtor leaves the queue: to be called instead, with the place kept, or back to the assistant."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations import events
from backend.conversations.models import Conversation, Turn
from backend.conversations.repository import Line, lock_conversation
from backend.conversations.turn_repository import find_turn
from backend.eventlog import record, where_of
from backend.handoff.clocks import note_gone
from backend.handoff.models import Handoff
from backend.handoff.reasons import reasons
from backend.handoff.repository import open_chat_handoff
from backend.handoff.telling import CALL
from backend.services import Services
from backend.texts import say

_ASKS_FOR_A_CALL = "/request_callback"


async def leave_queue(house: Services, conversation: Conversation, about: str) -> Sequence[Line]:
    """What is said to who has pressed one of the ways out. The same press again is harmless."""
    async with house.database.transaction() as session:
        now = await lock_conversation(session, conversation.id)
        assert now is not None
        handoff = await open_chat_handoff(session, now.id)
        if now.mode not in ("queue", "bot"):
            return ()  # a person is there now, who sees what was pressed
        if about == CALL:
            line = await _call_instead(session, house, now, handoff)
        else:
            line = _back(session, house, now, handoff)
        now.mode = "bot"
    await events.tell_mode(house.hub, now)
    return [line]


async def _call_instead(
    session: AsyncSession, house: Services, now: Conversation, handoff: Handoff | None
) -> Line:
    """The handoff waits on in its place while the assistant asks for the number."""
    turn = f"call-{handoff.id}" if handoff else uuid4().hex
    known = await find_turn(session, now.id, turn)
    if known is None or known.state != "pending":
        id = turn if known is None else uuid4().hex
        session.add(Turn(conversation_id=now.id, id=id, command=_ASKS_FOR_A_CALL))
    kept = handoff is not None
    return Line("system", say(house.texts, now.language, "queue_call", kept=kept))


def _back(
    session: AsyncSession, house: Services, now: Conversation, handoff: Handoff | None
) -> Line:
    """Who only wished for a person lets go of it; what a person has to see to stays theirs."""
    at = None
    if handoff is not None and handoff.state == "waiting":
        if reasons()[handoff.reason].may_be_withdrawn:
            note_gone(session, house.clients.get(now.client), now, handoff, house.clock)
            handoff.state, handoff.ended_at = "returned", utc_now()
            record(session, "handoff_withdrawn", where_of(now), reason=handoff.reason)
        else:
            at = _stays(house, now, handoff)
    return Line("system", say(house.texts, now.language, "queue_left", at=at))


def _stays(house: Services, now: Conversation, handoff: Handoff) -> datetime | None:
    client = house.clients.get(now.client)
    hours = client.opening_hours_in(now.language)
    handoff.keeps_assistant = True
    seconds = client.targets.answer_seconds
    handoff.promised_at = hours.after(house.clock.now(client.zone), seconds)
    return handoff.promised_at
