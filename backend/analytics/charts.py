"""The charts by their names; what is counted for each is in the file named after what it is by."""

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from backend.analytics.by_ending import by_ending
from backend.analytics.by_group import by_client, by_language
from backend.analytics.by_hour import by_hour
from backend.analytics.by_intent import by_intent
from backend.analytics.by_reason import by_reason
from backend.analytics.by_week import by_week
from backend.analytics.counting import counting
from backend.analytics.reader import Reading
from backend.analytics.schemas import Chart, Row, Total
from backend.analytics.wording import words
from backend.problems import not_found

_Counted = tuple[list[Row], Total | None]
_CHARTS: dict[str, Callable[[AsyncSession, Reading], Awaitable[_Counted]]] = {
    "handoffs_by_reason": by_reason,
    "handoffs_by_ending": by_ending,
    "handoff_rate_by_language": by_language,
    "handoff_rate_by_client": by_client,
    "handoff_rate_by_hour": by_hour,
    "outcomes_by_week": by_week,
    "misses_by_intent": by_intent,
}


async def count_chart(session: AsyncSession, chart: str, reading: Reading) -> Chart:
    """The chart with its question, in the reader's language. Raises the problem not-found."""
    if chart not in _CHARTS:
        raise not_found("chart")
    rows, total = await _CHARTS[chart](session, reading)
    say = words(reading.language)
    return Chart(
        chart=chart,
        question=say.write(f"question_{chart}", {}),
        definition=say.write(f"definition_{chart}", {}),
        unit=counting().charts[chart],
        rows=rows,
        total=total,
    )
