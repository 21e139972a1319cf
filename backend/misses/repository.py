"""The only door to missed messages and to the decisions about them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Row, Select, and_, delete, inspect, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case
from backend.clock import utc_now
from backend.conversations.models import Conversation, Message
from backend.eventlog.models import LoggedEvent
from backend.misses.models import MissDecision


class Missed(NamedTuple):
    """A missed message with its conversation."""

    event: LoggedEvent
    message: Message
    case_reference: str | None


async def missed_between(
    session: AsyncSession, clients: Collection[str], first: datetime, last: datetime, most: int
) -> list[Missed]:
    """What was missed from `first` to `last`, the newest first."""
    asked = _missed(clients).where(LoggedEvent.at >= first, LoggedEvent.at < last)
    rows = await session.execute(asked.order_by(LoggedEvent.seq.desc()).limit(most))
    return [_of(row) for row in rows]


async def find_missed(session: AsyncSession, clients: Collection[str], seq: int) -> Missed | None:
    """One missed message, by the number of its event."""
    row = (await session.execute(_missed(clients).where(LoggedEvent.seq == seq))).first()
    return None if row is None else _of(row)


async def said_before(session: AsyncSession, message: Message) -> str | None:
    """The assistant's last line before a message."""
    before = select(Message.text).where(
        Message.conversation_id == message.conversation_id,
        Message.seq < message.seq,
        Message.sender == "assistant",
    )
    found: str | None = await session.scalar(before.order_by(Message.seq.desc()).limit(1))
    return found


async def names_in_cases(
    session: AsyncSession, references: Collection[str]
) -> Mapping[str, Sequence[str]]:
    """The names of the person of each case."""
    cases = (await session.scalars(select(Case).where(Case.reference.in_(references)))).unique()
    return {case.reference: [case.debtor.name, case.debtor.first_name] for case in cases}


async def decisions(session: AsyncSession, words: Collection[str]) -> Mapping[str, MissDecision]:
    """What was decided about these words."""
    found = await session.scalars(select(MissDecision).where(MissDecision.words.in_(words)))
    return {decision.words: decision for decision in found}


async def decide(session: AsyncSession, decision: MissDecision) -> None:
    """Keeps a decision in the place of one before it; of twins at once either may come first."""
    values = {
        column.key: getattr(decision, column.key)
        for column in inspect(MissDecision).columns
        if getattr(decision, column.key) is not None
    }
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    new = insert(MissDecision).values({**values, "decided_at": utc_now()})
    same_line = MissDecision.line == new.excluded.line
    put_there = or_(new.excluded.added, and_(same_line, MissDecision.added))
    replaced = {
        column.key: new.excluded[column.key]
        for column in inspect(MissDecision).columns
        if not column.primary_key
    }
    await session.execute(
        new.on_conflict_do_update(index_elements=["words"], set_={**replaced, "added": put_there})
    )


async def forget(session: AsyncSession, words: str) -> None:
    """The words are open again."""
    await session.execute(delete(MissDecision).where(MissDecision.words == words))


def _missed(clients: Collection[str]) -> Select[LoggedEvent, Message, str | None]:
    of_turn = and_(
        Message.conversation_id == LoggedEvent.conversation,
        Message.id == LoggedEvent.data["turn"].as_string(),
    )
    return (
        select(LoggedEvent, Message, Conversation.case_reference)
        .join(Message, of_turn)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(
            LoggedEvent.kind == "turn_answered",
            LoggedEvent.data["missed"].as_boolean(),
            LoggedEvent.client.in_(clients),
        )
    )


def _of(row: Row[LoggedEvent, Message, str | None]) -> Missed:
    event, message, reference = row
    return Missed(event, message, reference)
