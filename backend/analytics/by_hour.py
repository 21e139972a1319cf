"""How often conversations are handed over, by the hour in which they began."""

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.figures import share
from backend.analytics.reader import Reading
from backend.analytics.schemas import Part, Row, Total
from backend.analytics.told import told

_HOURS = 24
_Counts = tuple[int, int]


async def by_hour(session: AsyncSession, reading: Reading) -> tuple[list[Row], Total | None]:
    """24 rows in the client's own time, each apart for people being there and not."""
    rows = told(reading.scope, reading.scope.before)
    grouped = (rows.c.in_scope, rows.c.hour, rows.c.open)
    counts = select(*grouped, func.count(rows.c.handoff), func.count()).group_by(*grouped)
    now: dict[tuple[int, bool], _Counts] = defaultdict(lambda: (0, 0))
    before: dict[tuple[int, bool], _Counts] = defaultdict(lambda: (0, 0))
    for in_scope, hour, is_open, handed, everything in await session.execute(counts):
        (now if in_scope else before)[hour, bool(is_open)] = (handed, everything)
    shown = [_row(reading, hour, now, before) for hour in range(_HOURS)]
    handed, everything = _added(*now.values())
    return shown, Total(value=share(handed, everything), of=everything)


def _row(
    reading: Reading,
    hour: int,
    now: dict[tuple[int, bool], _Counts],
    before: dict[tuple[int, bool], _Counts],
) -> Row:
    key = f"{hour:02}"
    handed, everything = _added(now[hour, True], now[hour, False])
    return Row(
        key=key,
        label=key,
        value=share(handed, everything),
        of=everything,
        before=share(*_added(before[hour, True], before[hour, False])),
        in_hours=share(now[hour, True][1], everything),
        series=[
            Part(
                key=part,
                label=reading.name("hours", part),
                value=share(*now[hour, is_open]),
                of=now[hour, is_open][1],
                drill=reading.drill(outcome="person", hour=key, hours=part),
            )
            for part, is_open in (("open", True), ("closed", False))
        ],
        drill=reading.drill(outcome="person", hour=key),
    )


def _added(*counts: _Counts) -> _Counts:
    return sum(count[0] for count in counts), sum(count[1] for count in counts)
