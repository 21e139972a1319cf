"""Somebody at the desk writes a note, whether or not the conversation is theirs."""

from backend.audit import Actor, Subject, write_down
from backend.conversations.debtor_text import TextRefused, read_debtor_text
from backend.conversations.refusing import refusal
from backend.conversations.repository import lock_conversation
from backend.notes.repository import find_note
from backend.notes.schemas import NoteIn, NoteOut
from backend.notes.shown import show_notes
from backend.notes.writing import add_note, tell_note
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser


async def note_down(
    house: Services, user: StaffUser, conversation: str, written: NoteIn
) -> NoteOut:
    """The note as it was stored; the same note again is the same one.

    Raises the problems not-found and message-empty.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        try:
            text = read_debtor_text(written.text, house.clients.get(found.client).country)
        except TextRefused as refused:
            raise refusal(house, user.language, refused.status, refused.kind) from refused
        now = await lock_conversation(session, conversation) or found
        note = await find_note(session, conversation, written.id)
        if note is None:
            note = add_note(session, now, user.id, "note", text, id=written.id)
            await session.flush()
            write_down(
                session,
                "note.written",
                Actor.staff(user.id),
                Subject("conversation", conversation),
                client=now.client,
                case=now.case_reference,
            )
        [shown] = await show_notes(session, [note])
    await tell_note(house.hub, now)
    return shown
