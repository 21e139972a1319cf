"""An agent writes to the debtor."""

from backend.audit import Actor, Subject, write_down
from backend.channels.undelivered import undelivered
from backend.conversations import events
from backend.conversations.debtor_text import TextRefused, read_debtor_text
from backend.conversations.refusing import refusal
from backend.conversations.repository import Line, append, find_message, lock_conversation
from backend.problems import Problem
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser
from backend.staff.noting import note_answer
from backend.staff.schemas import AgentMessageIn, StaffMessage


async def speak(
    house: Services, user: StaffUser, conversation: str, sent: AgentMessageIn
) -> StaffMessage:
    """The message as it was stored; the same message again is the same one.

    Raises the problems not-found, not-taken-by-you, message-empty and message-too-long.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        text = _read(house, user, sent.text, house.clients.get(found.client).country)
        now = await lock_conversation(session, conversation)
        stored = await find_message(session, conversation, sent.id)
        if stored is not None and stored.sender == "agent":
            not_out = await undelivered(session, conversation, [stored])
            return StaffMessage.to_staff(stored, not_out)
        if now is None or now.agent != user.id or stored is not None:
            raise refusal(house, user.language, 409, "not-taken-by-you")
        line = Line("agent", text, name=user.first_name, id=sent.id)
        said = await append(session, conversation, [line])
        write_down(
            session,
            "message.sent",
            Actor.staff(user.id),
            Subject("conversation", conversation),
            client=now.client,
            case=now.case_reference,
        )
        await note_answer(session, house, now)
        not_out = await undelivered(session, conversation, said)
    await events.tell_messages(house.hub, now, said)
    return StaffMessage.to_staff(said[0], not_out)


def _read(house: Services, user: StaffUser, typed: str, country: str) -> str:
    try:
        return read_debtor_text(typed, country)
    except TextRefused as refused:
        raise _as_problem(house, user, refused) from refused


def _as_problem(house: Services, user: StaffUser, refused: TextRefused) -> Problem:
    return refusal(house, user.language, refused.status, refused.kind)
