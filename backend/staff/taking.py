"""Taking a conversation: of two agents at once, the database lets one."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.conversations import events
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.conversations.repository import Line, append, get_conversation
from backend.duty.repository import end_wrap_up
from backend.handoff.repository import take_handoffs
from backend.problems import Problem
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser
from backend.staff.noting import note_taken
from backend.staff.repository import give_to, names_of_users
from backend.texts import say


async def take(house: Services, user: StaffUser, conversation: str) -> None:
    """Gives the conversation to the user, and tells the debtor who is there.

    An answer of the assistant that is on its way is still given: it may tell what was agreed.
    Again by the same user changes nothing. Raises the problems not-found, taken-by-another and
    conversation-ended.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        if not await give_to(session, conversation, user.id):
            now = await get_conversation(session, conversation)
            if now.agent == user.id:
                return
            raise await _refusal(session, house, user, now)
        await take_handoffs(session, conversation, user.id)
        await end_wrap_up(session, user.id)
        await note_taken(session, house, found)
        write_down(
            session,
            "conversation.taken",
            Actor.staff(user.id),
            Subject("conversation", found.id),
            client=found.client,
            case=found.case_reference,
        )
        joined = say(house.texts, found.language, "agent_joined", name=user.first_name)
        said = await append(session, conversation, [Line("system", joined)])
        now = await get_conversation(session, conversation)
    await events.tell_mode(house.hub, now)
    await events.tell_messages(house.hub, now, said)


async def _refusal(
    session: AsyncSession, house: Services, user: StaffUser, conversation: Conversation
) -> Problem:
    if conversation.agent is None:
        return refusal(house, user.language, 409, "conversation-ended")
    names = await names_of_users(session, [conversation.agent])
    name = names[conversation.agent]
    return refusal(house, user.language, 409, "taken-by-another", name=name)
