"""A conversation comes from one agent to another: taken over, or given by a supervisor."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.conversations.models import Conversation, Message
from backend.conversations.refusing import refusal
from backend.conversations.repository import Line, append, get_conversation
from backend.duty import is_on_duty
from backend.handoff.repository import pass_handoffs
from backend.live import STAFF_TOPIC
from backend.problems import not_found
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.duty.telling import tell_duty
from backend.staff.models import StaffUser
from backend.staff.repository import find_user, give_to, pass_on
from backend.staff.taking import begin_with, had_by, tell_begun
from backend.texts import say


async def take_over(house: Services, user: StaffUser, conversation: str, holder: str) -> None:
    """The user has it from now on instead of the holder, who is told.

    Again by the same user changes nothing. Raises the problems not-found, taken-by-another (it is
    somebody else's by now) and conversation-ended.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        if found.agent == user.id:
            return
        if not await pass_on(session, conversation, holder, user.id):
            now = await get_conversation(session, conversation)
            raise await had_by(session, house, user, now)
        said = await _hand_to(session, house, found, user, by=user, act="conversation.taken_over")
    await tell_begun(house, conversation, said, user)
    await _tell(house, found, by=user, to=user, before=holder)


async def assign(house: Services, lead: StaffUser, conversation: str, to: str) -> None:
    """Gives the conversation to somebody who is at work, whether it waits or a colleague has it.

    Again to the same user changes nothing. Raises the problems not-found, colleague-away and
    conversation-ended.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, lead, conversation)
        before = found.agent
        if before == to:
            return
        user = await find_user(session, to)
        if user is None:
            raise not_found("user")
        if not await is_on_duty(session, to, found.client):
            raise refusal(house, lead.language, 409, "colleague-away", name=user.name)
        if before is None:
            if not await give_to(session, conversation, to):
                now = await get_conversation(session, conversation)
                raise await had_by(session, house, lead, now)
            said = await begin_with(session, house, found, user, by=lead)
        else:
            if not await pass_on(session, conversation, before, to):
                now = await get_conversation(session, conversation)
                raise await had_by(session, house, lead, now)
            said = await _hand_to(session, house, found, user, by=lead, act="conversation.assigned")
    await tell_begun(house, conversation, said, user)
    await _tell(house, found, by=lead, to=user, before=before)


async def _hand_to(
    session: AsyncSession,
    house: Services,
    found: Conversation,
    user: StaffUser,
    *,
    by: StaffUser,
    act: str,
) -> list[Message]:
    await pass_handoffs(session, found.id, user.id)
    about, case = Subject("conversation", found.id), found.case_reference
    write_down(session, act, Actor.staff(by.id), about, client=found.client, case=case, to=user.id)
    text = "agent_joined" if by.id == user.id else "agent_assigned"
    line = Line("system", say(house.texts, found.language, text, name=user.first_name))
    return await append(session, found.id, [line])


async def _tell(
    house: Services, found: Conversation, *, by: StaffUser, to: StaffUser, before: str | None
) -> None:
    """Who had it and who has it hear of it; whoever did it knows."""
    event = {"type": "passed", "conversation": found.id, "by": by.name, "to": to.name}
    for user in {before, to.id} - {by.id, None}:
        await house.hub.publish(STAFF_TOPIC, {**event, "mine": user == to.id, "for": user})
    if before is not None:
        await tell_duty(house.hub, to)
