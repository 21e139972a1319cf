"""Writes a note, and tells staff who look at the conversation."""

from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation
from backend.live import STAFF_TOPIC, Hub
from backend.notes.models import Note, NoteKind


def add_note(
    session: AsyncSession,
    conversation: Conversation,
    by: str,
    kind: NoteKind,
    text: str,
    *,
    about: str | None = None,
    id: str | None = None,
) -> Note:
    """Adds the note, whose text is fit to be stored, after what has been said so far."""
    note = Note(
        conversation_id=conversation.id,
        id=id or uuid4().hex,
        kind=kind,
        about=about,
        text=text,
        after=conversation.last_seq,
        by=by,
    )
    session.add(note)
    return note


async def tell_note(hub: Hub, conversation: Conversation) -> None:
    """Tells staff, and nobody else, that there is a new note; whoever looks at it reads it again."""
    event = {"type": "note", "conversation": conversation.id, "client": conversation.client}
    await hub.publish(STAFF_TOPIC, event)
