"""The only door to the table of notes."""

from collections.abc import Sequence

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation
from backend.notes.models import Note

_MOST_SHOWN = 100


async def find_note(session: AsyncSession, conversation: str, note: str) -> Note | None:
    """A note of the conversation by its id."""
    return await session.get(Note, (conversation, note))


async def notes_for(session: AsyncSession, conversation: Conversation) -> Sequence[Note]:
    """The notes of the conversation and of all others about its case, the newest hundred in order."""
    theirs = Note.conversation_id == conversation.id
    if conversation.case_reference is not None:
        same_case = and_(
            Conversation.client == conversation.client,
            Conversation.case_reference == conversation.case_reference,
        )
        theirs = or_(theirs, Note.conversation_id.in_(select(Conversation.id).where(same_case)))
    newest = select(Note).where(theirs).order_by(Note.at.desc(), Note.id).limit(_MOST_SHOWN)
    return (await session.scalars(newest)).all()[::-1]


async def count_notes(session: AsyncSession, conversation: str) -> int:
    """How many notes the conversation has, beside those that its handoffs have as well."""
    ends = ("closed", "returned")
    chosen = select(func.count()).where(
        Note.conversation_id == conversation, Note.kind.not_in(ends)
    )
    return await session.scalar(chosen) or 0
