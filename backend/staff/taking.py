"""Taking a conversation: of two agents at once, the database lets one."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.cases.once import once
from backend.conversations import events
from backend.conversations.models import Conversation, Message
from backend.conversations.refusing import refusal
from backend.conversations.repository import Line, append, get_conversation
from backend.duty.repository import end_wrap_up
from backend.handoff.listing import Wanted, next_handoffs
from backend.handoff.moments import moments_of
from backend.handoff.repository import take_handoffs
from backend.handoff.skills import beyond
from backend.handoff.taking_up import take_up
from backend.problems import Problem
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.duty.telling import tell_duty
from backend.staff.models import StaffUser
from backend.staff.noting import note_taken
from backend.staff.repository import give_to, names_of_users
from backend.staff.signed_in import clients_of
from backend.texts import say

#: How many of those who wait are tried when colleagues take at the same moment.
_TRIED = 20


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
            raise await had_by(session, house, user, now)
        await end_wrap_up(session, user.id)
        said = await begin_with(session, house, found, user, by=user)
    await tell_begun(house, conversation, said, user)


async def take_next(house: Services, user: StaffUser, key: str | None) -> str:
    """Takes the best one that waits for the user, and gives its id; with the same key, the same one.

    A crisis in a language that the user speaks comes first, then who has waited longest among those
    whom the user is trained for. Raises the problem nobody-waits.
    """
    begun: list[Message] = []

    async def work(session: AsyncSession) -> dict[str, Any]:
        conversation, said = await _take_best(session, house, user)
        begun.extend(said)
        return {"conversation": conversation}

    own_key = f"{user.id}:{key}" if key else None
    answer = await once(house.database, own_key, "handoffs/next", work)
    conversation = str(answer["conversation"])
    if begun:
        await tell_begun(house, conversation, begun, user)
    return conversation


async def _take_best(
    session: AsyncSession, house: Services, user: StaffUser
) -> tuple[str, list[Message]]:
    mine = clients_of(house, user)
    wanted = Wanted(mine, ["waiting"], languages=user.speaks, not_for=beyond(user.skills))
    moments = moments_of(house, mine)
    for handoff in await next_handoffs(session, wanted, moments, at_most=_TRIED):
        found = handoff.conversation
        # Whoever presses at the same moment has the first; then it is the next one's turn.
        if await give_to(session, found.id, user.id):
            await end_wrap_up(session, user.id)
            return found.id, await begin_with(session, house, found, user, by=user)
    raise refusal(house, user.language, 409, "nobody-waits")


async def begin_with(
    session: AsyncSession, house: Services, found: Conversation, user: StaffUser, *, by: StaffUser
) -> list[Message]:
    """What belongs to a conversation's coming to the user; gives what the debtor is told."""
    if not await take_handoffs(session, found.id, user.id):
        await take_up(session, house, found, user.id)
    await note_taken(session, house, found)
    act = "conversation.taken" if by.id == user.id else "conversation.assigned"
    about, case = Subject("conversation", found.id), found.case_reference
    write_down(session, act, Actor.staff(by.id), about, client=found.client, case=case, to=user.id)
    text = "agent_joined" if by.id == user.id else "agent_assigned"
    line = Line("system", say(house.texts, found.language, text, name=user.first_name))
    return await append(session, found.id, [line])


async def tell_begun(
    house: Services, conversation: str, said: list[Message], user: StaffUser
) -> None:
    """All who watch hear that the conversation is the user's."""
    async with house.database.transaction() as session:
        now = await get_conversation(session, conversation)
    await events.tell_mode(house.hub, now)
    await events.tell_messages(house.hub, now, said)
    await tell_duty(house.hub, user)


async def had_by(
    session: AsyncSession, house: Services, user: StaffUser, conversation: Conversation
) -> Problem:
    """Why it cannot be taken: the name of who has it, or that it has ended."""
    if conversation.agent is None:
        return refusal(house, user.language, 409, "conversation-ended")
    names = await names_of_users(session, [conversation.agent])
    name = names[conversation.agent]
    return refusal(house, user.language, 409, "taken-by-another", name=name)
