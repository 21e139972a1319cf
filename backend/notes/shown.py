"""Notes as the console shows them."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend.conversations.models import Conversation
from backend.notes.models import Note
from backend.notes.repository import notes_for
from backend.notes.schemas import NoteOut
from backend.staff.repository import names_of_users
from backend.staff.schemas import Named


async def show_notes_for(session: AsyncSession, conversation: Conversation) -> list[NoteOut]:
    """The notes of the conversation and of its case, with the names of those who wrote them."""
    return await show_notes(session, await notes_for(session, conversation))


async def show_notes(session: AsyncSession, notes: Sequence[Note]) -> list[NoteOut]:
    """The notes with names."""
    names = await names_of_users(session, {note.by for note in notes})
    return [
        NoteOut(
            conversation=note.conversation_id,
            id=note.id,
            kind=note.kind,
            about=note.about,
            text=note.text,
            after=note.after,
            by=Named(id=note.by, name=names.get(note.by, "")),
            at=note.at,
        )
        for note in notes
    ]
