"""What a search and the history ask of others' tables; every query is bound to clients."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from backend.cases.models import Case, Debtor
from backend.conversations.models import Conversation, Message
from backend.handoff.models import Handoff
from backend.notes.models import Note
from backend.staff.repository import seen_by_staff


async def find_conversations(
    session: AsyncSession,
    clients: Collection[str],
    words: Sequence[str],
    *,
    before: str | None,
    at_most: int,
) -> Sequence[Conversation]:
    """Conversations of the clients that hold all the words in one place, the newest first.

    A place is the case's or the handoff's reference, the debtor's name, a message, or a note of
    staff. `before` is the last conversation of the page before.
    """
    chosen = select(Conversation).where(
        *seen_by_staff(clients),
        or_(
            _all(Conversation.case_reference, words),
            exists().where(
                Handoff.conversation_id == Conversation.id, _all(Handoff.reference, words)
            ),
            Conversation.case_reference.in_(_cases_of(clients, words)),
            exists().where(Message.conversation_id == Conversation.id, _all(Message.text, words)),
            exists().where(Note.conversation_id == Conversation.id, _all(Note.text, words)),
        ),
    )
    if before is not None:
        last = select(Conversation.created_at, Conversation.id).where(Conversation.id == before)
        chosen = chosen.where(
            tuple_(Conversation.created_at, Conversation.id) < last.scalar_subquery()
        )
    newest = chosen.order_by(Conversation.created_at.desc(), Conversation.id.desc())
    return (await session.scalars(newest.limit(at_most))).all()


async def message_with(
    session: AsyncSession, conversation: str, words: Sequence[str]
) -> Message | None:
    """The newest message that holds all the words."""
    holds = (Message.conversation_id == conversation, _all(Message.text, words))
    newest = select(Message).where(*holds).order_by(Message.seq.desc()).limit(1)
    found: Message | None = await session.scalar(newest)
    return found


async def note_with(session: AsyncSession, conversation: str, words: Sequence[str]) -> Note | None:
    """The newest note that holds all the words."""
    holds = (Note.conversation_id == conversation, _all(Note.text, words))
    found: Note | None = await session.scalar(
        select(Note).where(*holds).order_by(Note.at.desc()).limit(1)
    )
    return found


async def other_conversations_of_debtor(
    session: AsyncSession, conversation: Conversation, at_most: int
) -> Sequence[Conversation]:
    """What the same debtor of the same client has said elsewhere, the newest first."""
    debtor = select(Case.debtor_id).where(Case.reference == conversation.case_reference)
    theirs = select(Case.reference).where(Case.debtor_id.in_(debtor))
    chosen = select(Conversation).where(
        Conversation.client == conversation.client,
        Conversation.case_reference.in_(theirs),
        Conversation.id != conversation.id,
    )
    newest = chosen.order_by(Conversation.created_at.desc(), Conversation.id.desc())
    return (await session.scalars(newest.limit(at_most))).all()


def _cases_of(clients: Collection[str], words: Sequence[str]) -> Select[str]:
    named = select(Case.reference).join(Case.debtor)
    return named.where(Case.client.in_(clients), _all(Debtor.name, words))


def _all(
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], words: Sequence[str]
) -> ColumnElement[bool]:
    return and_(*(column.icontains(word, autoescape=True) for word in words))
