"""A person sends an offer: it is said in the conversation, with a button that agrees to it."""

from backend.audit import Actor, Subject, write_down
from backend.clock import utc_now
from backend.conversations import events
from backend.conversations.assistant import AssistantButton
from backend.conversations.buttons import issue
from backend.conversations.own_buttons import own_command
from backend.conversations.refusing import refusal
from backend.conversations.repository import append, find_message, lock_conversation
from backend.services import Services
from backend.staff.granting.lines import LAST, line_id, offer_lines
from backend.staff.granting.repository import lock_grant
from backend.staff.granting.saying import Voice
from backend.staff.granting.standing import may_be_said
from backend.staff.granting.telling import tell_grant
from backend.staff.models import StaffUser
from backend.staff.noting import note_answer
from backend.staff.schemas import StaffMessage
from backend.staff.signed_in import clients_of

#: The name of the button that agrees: see own_buttons.
AGREES = "grant"


async def send(house: Services, user: StaffUser, offer: str) -> StaffMessage:
    """The last line of the offer as it was said; sending again says nothing again.

    Raises the problems not-found, not-taken-by-you and offer-not-open.
    """
    async with house.database.transaction() as session:
        grant = await lock_grant(session, offer, clients_of(house, user))
        conversation = await lock_conversation(session, grant.conversation_id)
        said_before = await find_message(session, grant.conversation_id, line_id(grant, LAST))
        if said_before is not None:
            return StaffMessage.model_validate(said_before, from_attributes=True)
        if conversation is None or conversation.agent != user.id:
            raise refusal(house, user.language, 409, "not-taken-by-you")
        client = house.clients.get(conversation.client)
        if not may_be_said(grant, house.clock.now(client.zone)):
            raise refusal(house, user.language, 409, "offer-not-open")
        voice = Voice(client, grant.language)
        yes = AssistantButton(title=voice("agree"), payload=own_command(AGREES, grant.id))
        buttons = issue(session, conversation.id, [yes])
        lines = offer_lines(grant, user.first_name, buttons)
        said = await append(session, conversation.id, lines)
        grant.sent_at = utc_now()
        write_down(
            session,
            "offer.sent",
            Actor.staff(user.id),
            Subject("offer", grant.id),
            client=conversation.client,
            case=grant.case_reference,
        )
        await note_answer(session, house, conversation)
    await events.tell_messages(house.hub, conversation, said)
    await tell_grant(house.hub, conversation)
    return StaffMessage.model_validate(said[-1], from_attributes=True)
