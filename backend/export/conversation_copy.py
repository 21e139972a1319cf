"""A conversation as it stands in the copy."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend.attachments.repository import attachments_of
from backend.conversations.models import Conversation, Message
from backend.conversations.repository import messages_after
from backend.export.schemas import ConversationCopy, FileCopy, HandoffCopy, MessageCopy
from backend.handoff.models import Handoff


async def copy_conversation(
    session: AsyncSession, conversation: Conversation, handoffs: Sequence[Handoff]
) -> ConversationCopy:
    """What was said and asked for. Staff have their first names, as the debtor saw them."""
    return ConversationCopy(
        id=conversation.id,
        begun_at=conversation.created_at,
        channel=conversation.channel,
        language=conversation.language,
        case=conversation.case_reference,
        rating=conversation.rating,
        rating_comment=conversation.rating_comment,
        messages=[_message(said) for said in await messages_after(session, conversation.id)],
        attachments=[
            FileCopy.model_validate(file, from_attributes=True)
            for file in await attachments_of(session, conversation.id)
        ],
        handoffs=[_handoff(handoff) for handoff in handoffs],
    )


def _message(said: Message) -> MessageCopy:
    return MessageCopy(
        at=said.at,
        sender=said.sender,
        name=said.name,
        text=said.text,
        card=said.card,
        understood_as=(said.understood or {}).get("intent"),
    )


def _handoff(handoff: Handoff) -> HandoffCopy:
    """Without the note: see making.py."""
    return HandoffCopy(
        at=handoff.created_at,
        reference=handoff.reference,
        reason=handoff.reason,
        state=handoff.state,
        wish=handoff.wish,
        facts=handoff.facts,
        phone=handoff.phone,
        promised_at=handoff.promised_at,
        ended_at=handoff.ended_at,
        outcome=handoff.outcome,
    )
