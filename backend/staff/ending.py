"""An agent is done: the conversation is closed, or given back to the assistant."""

from typing import Literal
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.conversations import events
from backend.conversations.kinds import Mode
from backend.conversations.models import Conversation, Turn
from backend.conversations.opening import COME_BACK
from backend.conversations.refusing import refusal
from backend.conversations.repository import Line, append, get_conversation
from backend.handoff.clocks import stop_clocks
from backend.handoff.repository import current_handoff, end_handoffs
from backend.notes.writing import add_note, tell_note
from backend.privacy import mask
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.duty.choosing import wrap_up
from backend.staff.duty.telling import tell_duty
from backend.staff.models import StaffUser
from backend.staff.noting import note_end
from backend.staff.repository import take_from
from backend.staff.schemas import CloseIn, Ending, ReturnIn
from backend.texts import say


async def close(house: Services, user: StaffUser, conversation: str, how: CloseIn) -> None:
    """Ends the conversation. Raises the problems not-found and not-taken-by-you."""
    await _end(house, user, conversation, "closed", "closed", how)


async def give_back(house: Services, user: StaffUser, conversation: str, why: ReturnIn) -> None:
    """Lets the assistant go on. Raises the problems not-found and not-taken-by-you."""
    await _end(house, user, conversation, "bot", "returned", why)


_SAID = {"closed": "conversation_closed", "bot": "returned_to_assistant"}
_ACT = {"closed": "conversation.closed", "bot": "conversation.returned"}


async def _end(
    house: Services,
    user: StaffUser,
    conversation: str,
    mode: Mode,
    state: Literal["closed", "returned"],
    how: Ending,
) -> None:
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        if not await take_from(session, conversation, user.id, mode):
            raise refusal(house, user.language, 409, "not-taken-by-you")
        client, keep = house.clients.get(found.client), how.keep_calls
        kept = mask(how.note, client.country) if how.note else None
        outcome, reason = (how.outcome, how.reason) if isinstance(how, CloseIn) else (None, None)
        if mode == "bot":
            await _take_up(session, found)
        await note_end(session, found, outcome, reason)
        await stop_clocks(session, client, found, house.clock, keep_calls=keep)
        await end_handoffs(session, conversation, state, kept, outcome, reason, keep_calls=keep)
        await wrap_up(session, user)
        write_down(
            session,
            _ACT[mode],
            Actor.staff(user.id),
            Subject("conversation", conversation),
            client=found.client,
            case=found.case_reference,
        )
        line = Line("system", say(house.texts, found.language, _SAID[mode]))
        said = await append(session, conversation, [line])
        now = await get_conversation(session, conversation)
        about = ".".join(filter(None, (outcome, reason))) or None
        add_note(session, now, user.id, state, kept or "", about=about)
    await events.tell_messages(house.hub, now, said)
    await events.tell_mode(house.hub, now)
    await tell_duty(house.hub, user)
    await tell_note(house.hub, now)


async def _take_up(session: AsyncSession, conversation: Conversation) -> None:
    """The assistant takes up what it was in the middle of, such as a plan that was being agreed."""
    handoff = await current_handoff(session, conversation.id)
    if handoff is not None and handoff.facts.get("doing"):
        turn = Turn(conversation_id=conversation.id, id=uuid4().hex, command=COME_BACK)
        session.add(turn)
