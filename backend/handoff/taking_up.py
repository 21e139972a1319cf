"""An agent takes a conversation in which nobody has asked for a person since the last one was done."""

from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.handoff.clocks import start_clocks
from backend.handoff.models import Handoff
from backend.handoff.references import new_reference
from backend.handoff.repository import last_ended
from backend.services import Services

REASON = "taken_up"


async def take_up(
    session: AsyncSession, house: Services, conversation: Conversation, user: str
) -> None:
    """A handoff of its own: what was done days ago is not opened again, nor are its clocks."""
    before, now = await last_ended(session, conversation.id), utc_now()
    handoff = Handoff(
        id=uuid4().hex,
        reference=new_reference(),
        conversation_id=conversation.id,
        kind="chat",
        reason=REASON,
        priority=0,
        keeps_assistant=False,
        state="taken",
        wish=before.wish if before else "",
        facts={},
        taken_by=user,
        taken_at=now,
        created_at=now,
    )
    client = house.clients.get(conversation.client)
    start_clocks(handoff, client, conversation.language, house.clock)
    handoff.answer_due_at = None  # nobody waits for an answer
    session.add(handoff)
    await session.flush()
