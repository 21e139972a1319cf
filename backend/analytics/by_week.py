"""How conversations ended, week by week."""

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.counting import counting
from backend.analytics.reader import Reading
from backend.analytics.schemas import Part, Row, Total
from backend.analytics.told import told
from backend.analytics.weeks import week_of

_DAY = timedelta(days=1)


async def by_week(session: AsyncSession, reading: Reading) -> tuple[list[Row], Total | None]:
    """One row an ISO week of the scope, also an empty one; what still goes on is left out."""
    rows = told(reading.scope)
    grouped = select(rows.c.day, rows.c.outcome, func.count()).where(rows.c.outcome.is_not(None))
    counted: Counter[tuple[str, str]] = Counter()
    for day, outcome, number in await session.execute(grouped.group_by(rows.c.day, rows.c.outcome)):
        counted[week_of(date.fromisoformat(day)), outcome] += number
    days = (reading.scope.first + place * _DAY for place in range(reading.scope.days))
    weeks = list(dict.fromkeys(week_of(day) for day in days))
    everything = counted.total()
    shown = [_row(reading, week, counted) for week in weeks]
    return shown, Total(value=everything, of=everything)


def _row(reading: Reading, week: str, counted: Counter[tuple[str, str]]) -> Row:
    outcomes = counting().outcomes
    everything = sum(counted[week, outcome] for outcome in outcomes)
    return Row(
        key=week,
        label=week,
        value=everything,
        of=everything,
        series=[
            Part(
                key=outcome,
                label=reading.name("outcome", outcome),
                value=counted[week, outcome],
                of=everything,
                drill=reading.drill(week=week, outcome=outcome),
            )
            for outcome in outcomes
        ],
        drill=reading.drill(week=week),
    )
