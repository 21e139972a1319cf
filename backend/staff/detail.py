"""All that an agent needs to know about a conversation."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.channels.undelivered import undelivered
from backend.conversations.models import Conversation
from backend.conversations.repository import messages_after
from backend.database.reading import only_looks
from backend.handoff.card import Reader, build_card
from backend.handoff.models import Handoff
from backend.handoff.repository import current_handoff, promised_call
from backend.handoff.summary import summary
from backend.notes.shown import show_notes_for
from backend.problems import not_found
from backend.services import Services
from backend.staff.case_view import view_case
from backend.staff.detail_schemas import Detail
from backend.staff.granting.shown import show_grants_of
from backend.staff.models import StaffUser
from backend.staff.proposals import view_proposals
from backend.staff.repository import find_for_staff
from backend.staff.schemas import ConversationForStaff, StaffMessage
from backend.staff.shown import show_client, show_handoffs
from backend.staff.signed_in import clients_of


async def staff_conversation(
    session: AsyncSession, house: Services, user: StaffUser, conversation: str
) -> Conversation:
    """A conversation that the user may see. Raises the problem not-found."""
    found = await find_for_staff(session, conversation, clients_of(house, user))
    if found is None:
        raise not_found("conversation")
    return found


async def show_conversation(house: Services, user: StaffUser, conversation: str) -> Detail:
    """The conversation, why it was handed over, and the case. Raises the problem not-found.

    That it was read, and the case with it, is written down.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        handoff = await current_handoff(session, conversation)
        if handoff is None:
            raise not_found("conversation")
        _note_reading(session, user, found)
        only_looks(session)
        return await _detail(session, house, user, found, handoff)


def _note_reading(session: AsyncSession, user: StaffUser, conversation: Conversation) -> None:
    by, case = Actor.staff(user.id), conversation.case_reference
    about = Subject("conversation", conversation.id)
    write_down(session, "conversation.read", by, about, client=conversation.client, case=case)
    if case is not None:
        write_down(session, "case.read", by, Subject("case", case), client=conversation.client)


async def _detail(
    session: AsyncSession,
    house: Services,
    user: StaffUser,
    conversation: Conversation,
    handoff: Handoff,
) -> Detail:
    client = house.clients.get(conversation.client)
    reference = conversation.case_reference
    now = house.clock.now(client.zone)
    on = now.date()
    messages = await messages_after(session, conversation.id)
    not_out = await undelivered(session, conversation.id, messages)
    reader = Reader(user.language, user.role)
    [shown] = await show_handoffs(session, house, [handoff])
    case = await view_case(session, house, reference, user.language, on) if reference else None
    return Detail(
        conversation=ConversationForStaff(
            id=conversation.id,
            language=conversation.language,
            mode=conversation.mode,
            identified=conversation.identified,
            channel=conversation.channel,
            client=show_client(client, house.clock),
        ),
        handoff=shown,
        call=await promised_call(session, conversation.id),
        card=await build_card(session, house, handoff, messages, reader, now),
        summary=summary(handoff, client, house.texts[user.language]),
        messages=[StaffMessage.to_staff(said, not_out) for said in messages],
        case=case,
        proposals=await view_proposals(session, reference, client, user.language, now)
        if reference
        else [],
        granted=await show_grants_of(session, conversation.id, now),
        notes=await show_notes_for(session, conversation),
    )
