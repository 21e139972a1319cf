"""How often conversations are handed over, by language and by client."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.figures import share
from backend.analytics.reader import Reading
from backend.analytics.schemas import Row, Total
from backend.analytics.told import told
from backend.analytics.wording import language_name

_Counts = tuple[int, int]


async def by_language(session: AsyncSession, reading: Reading) -> tuple[list[Row], Total | None]:
    """One row a language, the most spoken first."""
    counted = await _count(session, reading, "language")
    names = sorted(counted[True], key=lambda name: (-counted[True][name][1], name))
    return _rows(reading, "language", names, counted, partial(language_name, reading.language))


async def by_client(session: AsyncSession, reading: Reading) -> tuple[list[Row], Total | None]:
    """One row a client of the scope, also those without any conversation."""
    counted = await _count(session, reading, "client")
    clients = reading.house.clients
    return _rows(
        reading, "client", reading.scope.clients, counted, lambda name: clients.get(name).name
    )


async def _count(
    session: AsyncSession, reading: Reading, group: str
) -> dict[bool, dict[str, _Counts]]:
    rows = told(reading.scope, reading.scope.before)
    grouped = select(rows.c.in_scope, rows.c[group], func.count(rows.c.handoff), func.count())
    counted: dict[bool, dict[str, _Counts]] = defaultdict(dict)
    for in_scope, name, handed, everything in await session.execute(
        grouped.group_by(rows.c.in_scope, rows.c[group])
    ):
        counted[bool(in_scope)][name or ""] = (handed, everything)
    return counted


def _rows(
    reading: Reading,
    group: str,
    names: Iterable[str],
    counted: dict[bool, dict[str, _Counts]],
    label: Callable[[str], str],
) -> tuple[list[Row], Total | None]:
    now, before = counted[True], counted[False]
    rows = [
        Row(
            key=name,
            label=label(name),
            value=share(*now.get(name, (0, 0))),
            of=now.get(name, (0, 0))[1],
            before=share(*before.get(name, (0, 0))),
            drill=reading.drill(**{group: name, "outcome": "person"}),
        )
        for name in names
    ]
    handed, everything = (sum(row[place] for row in now.values()) for place in (0, 1))
    return rows, Total(value=share(handed, everything), of=everything)
