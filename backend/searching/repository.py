"""What a search and the history ask of others' tables; every query is bound to clients."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, and_, func, select, tuple_, union
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from backend.cases.models import Case
from backend.conversations.models import Conversation, Message
from backend.notes.models import Note
from backend.searching.index.matching import holds
from backend.searching.models import SearchEntry
from backend.staff.repository import seen_by_staff


async def find_conversations(
    session: AsyncSession,
    clients: Collection[str],
    parts: list[str],
    *,
    before: str | None,
    at_most: int,
) -> Sequence[Conversation]:
    """Conversations of the clients that hold all the parts in one place, the newest first.

    A place is the case's or the handoff's reference, the debtor's name, a message, or a note of
    staff. `before` is the last conversation of the page before.
    """
    chosen = select(Conversation).where(
        *seen_by_staff(clients), Conversation.id.in_(_that_hold(session, clients, parts))
    )
    if before is not None:
        last = select(Conversation.created_at, Conversation.id).where(Conversation.id == before)
        chosen = chosen.where(
            tuple_(Conversation.created_at, Conversation.id) < last.scalar_subquery()
        )
    newest = chosen.order_by(Conversation.created_at.desc(), Conversation.id.desc())
    return (await session.scalars(newest.limit(at_most))).all()


async def messages_with(
    session: AsyncSession, conversations: Collection[str], parts: list[str]
) -> dict[str, Message]:
    """Of each of the conversations the newest message that holds all the parts, where one does."""
    last = (
        select(func.max(Message.seq).label("seq"), Message.conversation_id.label("conversation"))
        .join(SearchEntry, _is_entry_of("message", Message.conversation_id, Message.id))
        .where(SearchEntry.owner.in_(conversations), holds(session, parts))
        .group_by(Message.conversation_id)
        .subquery()
    )
    same = and_(Message.conversation_id == last.c.conversation, Message.seq == last.c.seq)
    found = await session.scalars(select(Message).join(last, same))
    return {message.conversation_id: message for message in found}


async def note_with(session: AsyncSession, conversation: str, parts: list[str]) -> Note | None:
    """The newest note that holds all the parts."""
    found: Note | None = await session.scalar(
        select(Note)
        .join(SearchEntry, _is_entry_of("note", Note.conversation_id, Note.id))
        .where(SearchEntry.owner == conversation, holds(session, parts))
        .order_by(Note.at.desc())
        .limit(1)
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


def _that_hold(
    session: AsyncSession, clients: Collection[str], parts: list[str]
) -> Select[tuple[str]]:
    """The ids of conversations; those of others than the clients may be among them."""
    hits = select(SearchEntry.place, SearchEntry.owner).where(holds(session, parts)).cte("hits")
    themselves = select(hits.c.owner).where(hits.c.place != "debtor")
    of_debtors = (
        select(Conversation.id)
        .join(Case, Case.reference == Conversation.case_reference)
        .join(hits, hits.c.owner == Case.debtor_id)
        .where(hits.c.place == "debtor", Case.client.in_(clients))
    )
    return select(union(themselves, of_debtors).subquery().c.owner)


def _is_entry_of(
    place: str, owner: InstrumentedAttribute[str], id: InstrumentedAttribute[str]
) -> ColumnElement[bool]:
    return and_(SearchEntry.place == place, SearchEntry.owner == owner, SearchEntry.id == id)
