"""Who read a masked conversation or took figures out is in the audit; counting alone is not."""

import httpx
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.services import Services
from tests.backend.analytics.past import DAY
from tests.backend.analytics.readers import Reader
from tests.backend.conversations.fixtures import Visitor


async def acts(house: Services) -> list[tuple[str, str | None, str | None]]:
    """What analysts did, about what, of which client."""
    async with house.database.transaction() as session:
        rows = await session.scalars(select(AuditRow).where(AuditRow.act.startswith("figures.")))
        return [(row.act, row.subject_id, row.client) for row in rows]


async def test_reading_a_masked_conversation_is_written_down(
    http: httpx.AsyncClient, house: Services, analyst: Reader
) -> None:
    visitor = await Visitor.arrives(http)
    await analyst.reads()
    await analyst.listed()
    assert await acts(house) == []
    await analyst.reads(f"/conversations/{visitor.id}")
    assert await acts(house) == [("figures.read", visitor.id, "lind")]


async def test_taking_figures_out_is_written_down(house: Services, lind_reader: Reader) -> None:
    await lind_reader.asks("/misses_by_intent.csv", first=DAY, last=DAY)
    assert await acts(house) == [("figures.exported", "misses_by_intent", None)]
