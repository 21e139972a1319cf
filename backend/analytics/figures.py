"""The figures at the top of the page, each with what it was before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Any

from sqlalchemy import CTE, ColumnElement, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.counting import counting
from backend.analytics.schemas import Amount, Figure
from backend.analytics.scope import Scope
from backend.analytics.told import told
from backend.analytics.wording import words
from backend.eventlog.models import LoggedEvent


@dataclass(frozen=True)
class Counted:
    """A value and from how many it is counted; None when there is nothing to count from."""

    value: float | None
    of: int
    by_currency: tuple[Amount, ...] | None = None


def share(part: int | None, whole: int | None, each: int = 100) -> float | None:
    """So many of `each`; None of nothing."""
    return round(each * (part or 0) / whole, 1) if whole else None


async def count_figures(session: AsyncSession, scope: Scope, language: str) -> list[Figure]:
    """All figures of counting.yaml, in its order, with texts in `language`."""
    rows = told(scope, scope.before)
    counts = {bool(row.in_scope): row for row in await session.execute(_counts(rows))}
    measured = await _measured(session, rows)
    now = _figures(counts.get(True), measured[True])
    before = _figures(counts.get(False), measured[False])
    say = words(language)
    return [
        Figure(
            name=name,
            label=say.write(f"figure_{name}", {}),
            unit=unit,
            value=now[name].value,
            before=before[name].value,
            of=now[name].of,
            before_of=before[name].of,
            by_currency=list(now[name].by_currency or ()) if unit == "money" else None,
            definition=say.write(f"definition_{name}", {}),
        )
        for name, unit in counting().figures.items()
    ]


def _counts(rows: CTE) -> Any:
    over = rows.c.outcome.is_not(None)
    agreed = rows.c.agreed.is_not(None)
    return select(
        rows.c.in_scope,
        func.count().label("conversations"),
        _sum(rows.c.handoff.is_not(None)).label("handed"),
        _sum(over).label("over"),
        _sum(rows.c.outcome.in_(counting().contained)).label("contained"),
        func.sum(rows.c.missed).label("missed"),
        func.sum(rows.c.turns).label("turns"),
        _sum(or_(rows.c.offered.is_not(None), agreed)).label("offered"),
        _sum(agreed).label("agreed"),
    ).group_by(rows.c.in_scope)


async def _measured(
    session: AsyncSession, rows: CTE
) -> Mapping[bool, Mapping[tuple[str, str | None], list[int]]]:
    """Each single value of plans, waits and ratings, by its kind and currency."""
    event, data = LoggedEvent, LoggedEvent.data
    value = func.coalesce(
        data["total"].as_integer(),
        data["waited_open_seconds"].as_integer(),
        data["score"].as_integer(),
    )
    single = (
        select(rows.c.in_scope, event.kind, data["currency"].as_string(), value)
        .join(rows, event.conversation == rows.c.conversation)
        .where(
            or_(
                event.kind.in_(("plan_agreed", "agent_answered_first")),
                event.seq == rows.c.rated,  # a later rating replaces an earlier one
            )
        )
    )
    found: dict[bool, dict[tuple[str, str | None], list[int]]] = {True: {}, False: {}}
    for in_scope, kind, currency, measure in await session.execute(single):
        found[bool(in_scope)].setdefault((kind, currency), []).append(measure)
    return found


def _figures(row: Any, measured: Mapping[tuple[str, str | None], list[int]]) -> dict[str, Counted]:
    counted = defaultdict(int, row._mapping if row is not None else {})
    waits = measured.get(("agent_answered_first", None), [])
    scores = measured.get(("conversation_rated", None), [])
    everything = counted["conversations"]
    return {
        "conversations": Counted(everything, everything),
        "handoff_rate": Counted(share(counted["handed"], everything), everything),
        "containment": Counted(share(counted["contained"], counted["over"]), counted["over"]),
        "misses_per_hundred": Counted(share(counted["missed"], counted["turns"]), counted["turns"]),
        "plans_offered": Counted(counted["offered"], everything),
        "plans_agreed": Counted(counted["agreed"], counted["offered"]),
        "plan_size": _plan_sizes(measured),
        "first_answer": Counted(median(waits) if waits else None, len(waits)),
        "rating": Counted(round(mean(scores), 2) if scores else None, len(scores)),
    }


def _plan_sizes(measured: Mapping[tuple[str, str | None], Sequence[int]]) -> Counted:
    sizes = {
        currency: totals
        for (kind, currency), totals in sorted(measured.items(), key=str)
        if kind == "plan_agreed" and currency is not None
    }
    medians = tuple(
        Amount(currency=currency, value=median(totals), of=len(totals))
        for currency, totals in sizes.items()
    )
    return Counted(None, sum(len(totals) for totals in sizes.values()), medians)


def _sum(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)
