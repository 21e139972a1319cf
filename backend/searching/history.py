"""What the same debtor has said before, on all channels."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.attachments.repository import count_attachments
from backend.audit import Actor, Subject, write_down
from backend.conversations.models import Conversation
from backend.handoff.repository import current_handoff
from backend.searching.repository import other_conversations_of_debtor
from backend.searching.schemas import Earlier, History
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser

_MOST = 50


async def show_history(house: Services, user: StaffUser, conversation: str) -> History:
    """The debtor's other conversations with the client. Raises the problem not-found.

    Of one that was never handed over it is told that it was, and nothing of what was said in it.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        if found.case_reference is None:
            return History(items=[], more=False)
        others = await other_conversations_of_debtor(session, found, _MOST + 1)
        items = [await _earlier(session, other) for other in others[:_MOST]]
        about = Subject("conversation", conversation)
        case, client = found.case_reference, found.client
        write_down(session, "history.read", Actor.staff(user.id), about, client=client, case=case)
    return History(items=items, more=len(others) > _MOST)


async def _earlier(session: AsyncSession, conversation: Conversation) -> Earlier:
    is_open = conversation.handed_over
    handoff = await current_handoff(session, conversation.id) if is_open else None
    return Earlier(
        id=conversation.id,
        case=conversation.case_reference,
        channel=conversation.channel,
        language=conversation.language,
        begun_at=conversation.created_at,
        mode=conversation.mode,
        messages=conversation.last_seq,
        files=await count_attachments(session, conversation.id),
        open=is_open,
        reason=handoff.reason if handoff else None,
        outcome=handoff.outcome if handoff else None,
    )
