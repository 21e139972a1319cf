"""What the assistant did not understand, by what was most likely meant."""

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.listing import UNKNOWN
from backend.analytics.reader import Reading
from backend.analytics.schemas import Row, Total
from backend.analytics.told import told
from backend.eventlog.models import LoggedEvent


async def by_intent(session: AsyncSession, reading: Reading) -> tuple[list[Row], Total | None]:
    """Most often first; the total is of all messages that the assistant answered."""
    rows = told(reading.scope, reading.scope.before)
    intent = func.coalesce(LoggedEvent.data["intent"].as_string(), UNKNOWN).label("intent")
    missed = (
        select(rows.c.in_scope, intent, func.count())
        .join(rows, LoggedEvent.conversation == rows.c.conversation)
        .where(LoggedEvent.kind == "turn_answered", LoggedEvent.data["missed"].as_boolean())
        .group_by(rows.c.in_scope, "intent")  # by its name: PostgreSQL compares no parameters
    )
    counted: dict[bool, dict[str, int]] = defaultdict(dict)
    for in_scope, name, number in await session.execute(missed):
        counted[bool(in_scope)][name] = number
    turns = await session.scalar(select(func.sum(rows.c.turns)).where(rows.c.in_scope)) or 0
    now, before = counted[True], counted[False]
    ordered = sorted(now, key=lambda name: (-now[name], name))
    return [
        Row(
            key=name,
            label=reading.name("intent", name),
            value=now[name],
            of=sum(now.values()),
            before=before.get(name, 0),
            drill=reading.drill(missed_intent=name),
        )
        for name in ordered
    ], Total(value=sum(now.values()), of=turns)
