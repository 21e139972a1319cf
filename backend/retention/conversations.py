"""Conversations: without a case by their age, with one by the day on which the case was closed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.kinds import CaseStatus
from backend.cases.models import Case, LedgerEntry
from backend.conversations.models import Conversation
from backend.database import Base
from backend.eventlog import forget_conversation
from backend.handoff.models import Handoff
from backend.identity.models import UsedPageToken
from backend.retention.dependents import remove_with_dependents
from backend.retention.found import Found
from backend.retention.periods import Kind

WITHOUT_CASE = "conversations_without_case"
WITH_CASE = "conversations_with_case"
_OPEN = ("waiting", "taken")


async def find_conversations(
    session: AsyncSession, name: str, kind: Kind, countries: Mapping[str, str], now: datetime
) -> Found:
    """What is older than it may be. One that waits for a person stays, however old it is."""
    is_due = _is_due(name, kind, countries, now)
    chosen = select(func.count(), func.min(Conversation.updated_at))
    count, oldest = (await session.execute(chosen.where(is_due, _nobody_waits()))).one()
    waiting = await session.scalar(select(func.count()).where(is_due, ~_nobody_waits()))
    return Found(name, count, oldest, f"{waiting} wait for a person" if waiting else None)


async def some_due(
    session: AsyncSession,
    name: str,
    kind: Kind,
    countries: Mapping[str, str],
    now: datetime,
    at_most: int,
) -> Sequence[str]:
    """The ids of the oldest."""
    is_due = _is_due(name, kind, countries, now)
    chosen = select(Conversation.id).where(is_due, _nobody_waits())
    return (await session.scalars(chosen.order_by(Conversation.updated_at).limit(at_most))).all()


async def still_due(
    session: AsyncSession,
    name: str,
    kind: Kind,
    countries: Mapping[str, str],
    now: datetime,
    conversations: Sequence[str],
) -> Sequence[str]:
    """Those of them in which nobody has written meanwhile."""
    is_due = _is_due(name, kind, countries, now)
    chosen = select(Conversation.id).where(Conversation.id.in_(conversations), is_due)
    return (await session.scalars(chosen.where(_nobody_waits()).with_for_update())).all()


async def remove_conversations(session: AsyncSession, conversations: Sequence[str]) -> None:
    """Removes them with all that belongs to them; what is counted from the event log stays."""
    for conversation in conversations:
        await forget_conversation(session, conversation)
    tokens = _table(UsedPageToken)
    await remove_with_dependents(session, tokens, tokens.c.conversation.in_(conversations))
    table = _table(Conversation)
    await remove_with_dependents(session, table, table.c.id.in_(conversations))


def _is_due(
    name: str, kind: Kind, countries: Mapping[str, str], now: datetime
) -> ColumnElement[bool]:
    """A client that is no longer in the book has the usual time."""
    known = [_of_client(name, client, kind.before(now, of)) for client, of in countries.items()]
    gone = and_(Conversation.client.not_in(countries), _is_past(name, kind.before(now)))
    return or_(gone, *known)


def _of_client(name: str, client: str, past: datetime) -> ColumnElement[bool]:
    return and_(Conversation.client == client, _is_past(name, past))


def _is_past(name: str, past: datetime) -> ColumnElement[bool]:
    old = Conversation.updated_at < past
    if name == WITHOUT_CASE:
        return and_(Conversation.case_reference.is_(None), old)
    return and_(Conversation.case_reference.in_(_cases_closed_before(past)), old)


def _cases_closed_before(past: datetime) -> Select[Any]:
    """A case is closed when it is paid, on the day of its last booking."""
    later = exists().where(
        LedgerEntry.case_reference == Case.reference, LedgerEntry.booked_on >= past.date()
    )
    return select(Case.reference).where(Case.status == CaseStatus.PAID, ~later)


def _nobody_waits() -> ColumnElement[bool]:
    return ~exists().where(Handoff.conversation_id == Conversation.id, Handoff.state.in_(_OPEN))


def _table(model: type[Base]) -> Table:
    return Base.metadata.tables[model.__tablename__]
