"""Conversations that a person has ended, by how and why: one that ended twice stands under both."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.reader import Reading
from backend.analytics.schemas import Row, Total
from backend.analytics.told import told
from backend.eventlog.models import LoggedEvent

_BETWEEN = "."
_HOW = LoggedEvent.data["outcome"].as_string()
_WHY = LoggedEvent.data["why"].as_string()


@dataclass(frozen=True)
class Ending:
    """How a person ended a conversation, and why; nobody has said why of an older one."""

    how: str
    why: str | None

    @classmethod
    def read(cls, key: str) -> "Ending":
        """From the key of its row."""
        how, _, why = key.partition(_BETWEEN)
        return cls(how, why or None)

    @property
    def key(self) -> str:
        """What its row is called in a query."""
        return self.how if self.why is None else f"{self.how}{_BETWEEN}{self.why}"

    def label(self, reading: Reading) -> str:
        """The outcome with its reason, as the reader says it."""
        how = reading.name("ending", self.how)
        return how if self.why is None else f"{how}: {reading.name('why', self.why)}"

    def happened(self) -> ColumnElement[bool]:
        """What an event of it is."""
        why = _WHY.is_(None) if self.why is None else self.why == _WHY
        return and_(LoggedEvent.kind == "handoff_ended", self.how == _HOW, why)


async def by_ending(session: AsyncSession, reading: Reading) -> tuple[list[Row], Total | None]:
    """Most often first; the total counts each conversation once, of those handed to a person."""
    rows = told(reading.scope, reading.scope.before)
    how, why = _HOW.label("how"), _WHY.label("why")
    conversations = func.count(distinct(rows.c.conversation))
    made = (
        select(rows.c.in_scope, how, why, conversations)
        .join(rows, LoggedEvent.conversation == rows.c.conversation)
        .where(LoggedEvent.kind == "handoff_ended")
        .group_by(rows.c.in_scope, "how", "why")  # by name: PostgreSQL compares no parameters
    )
    counted: dict[bool, dict[Ending, int]] = defaultdict(dict)
    for in_scope, *ending, number in await session.execute(made):
        counted[bool(in_scope)][Ending(*ending)] = number
    ended, handed = await _whole(session, reading)
    now, before = counted[True], counted[False]
    ordered = sorted(now.keys() | before.keys(), key=lambda it: (-now.get(it, 0), it.key))
    return [
        Row(
            key=it.key,
            label=it.label(reading),
            value=now.get(it, 0),
            of=ended,
            before=before.get(it, 0),
            drill=reading.drill(ending=it.key),
        )
        for it in ordered
    ], Total(value=ended, of=handed)


async def endings_of(
    session: AsyncSession, conversations: Collection[str]
) -> dict[str, list[Ending]]:
    """How each of the conversations was ended by a person, the first first; one that ended the
    same way again has it once.
    """
    ends = (
        select(LoggedEvent.conversation, _HOW, _WHY)
        .where(
            LoggedEvent.kind == "handoff_ended",
            LoggedEvent.conversation.in_(conversations),
        )
        .order_by(LoggedEvent.seq)
    )
    found: dict[str, dict[Ending, None]] = defaultdict(dict)
    for conversation, how, why in await session.execute(ends):
        found[conversation][Ending(how, why)] = None
    return {conversation: list(endings) for conversation, endings in found.items()}


async def _whole(session: AsyncSession, reading: Reading) -> tuple[int, int]:
    """How many conversations a person has ended, and how many were handed to one."""
    rows = told(reading.scope)
    event = LoggedEvent.__table__.alias("ended")
    is_end = and_(event.c.conversation == rows.c.conversation, event.c.kind == "handoff_ended")
    whole = select(
        func.count(distinct(event.c.conversation)),
        func.count(distinct(rows.c.conversation)),
    ).select_from(rows.outerjoin(event, is_end))
    ended, handed = (await session.execute(whole.where(rows.c.handoff.is_not(None)))).one()
    return ended, handed
