"""Handed-over conversations by the reason: one with two reasons stands under both."""

from collections import defaultdict

from sqlalchemy import distinct, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.reader import Reading
from backend.analytics.schemas import Row, Total
from backend.analytics.told import told
from backend.eventlog.models import LoggedEvent


async def by_reason(session: AsyncSession, reading: Reading) -> tuple[list[Row], Total | None]:
    """Most often first; the total counts each conversation once."""
    rows = told(reading.scope, reading.scope.before)
    reason = LoggedEvent.data["reason"].as_string().label("reason")
    conversations = func.count(distinct(rows.c.conversation))
    made = (
        select(rows.c.in_scope, reason, conversations)
        .join(rows, LoggedEvent.conversation == rows.c.conversation)
        .where(LoggedEvent.kind == "handoff_made")
        .group_by(rows.c.in_scope, "reason")  # by its name: PostgreSQL compares no parameters
    )
    counted: dict[bool, dict[str, int]] = defaultdict(dict)
    for in_scope, name, number in await session.execute(made):
        counted[bool(in_scope)][name] = number
    whole = select(func.count(rows.c.handoff), func.count()).where(rows.c.in_scope)
    handed, everything = (await session.execute(whole)).one()
    now, before = counted[True], counted[False]
    ordered = sorted(now.keys() | before.keys(), key=lambda name: (-now.get(name, 0), name))
    return [
        Row(
            key=name,
            label=reading.reason(name),
            value=now.get(name, 0),
            of=handed,
            before=before.get(name, 0),
            drill=reading.drill(reason=name),
        )
        for name in ordered
    ], Total(value=handed, of=everything)
