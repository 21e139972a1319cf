"""The wishes of a client's debtors as they were stored, a batch at a time."""

from collections.abc import AsyncIterator
from datetime import date

from sqlalchemy import select

from backend.agreements.models import PlanRequest
from backend.agreements.replaying import StoredWish
from backend.cases.models import Case
from backend.database import Database

BATCH = 2_000


async def stored_wishes(
    database: Database, client: str, since: date, size: int = BATCH
) -> AsyncIterator[list[StoredWish]]:
    """What debtors wished on the day `since` or later; what staff tried for them is not among it,
    nor what was wished for several cases at once, which no case answers alone.

    Each batch is a transaction of its own: nobody who writes is kept waiting, however many there are.
    """
    wishes = (
        select(PlanRequest, Case.reference)
        .join(Case, Case.reference == PlanRequest.case_reference)
        .where(
            Case.client == client,
            PlanRequest.asked_on >= since,
            PlanRequest.role.is_(None),
            PlanRequest.joint.is_(None),
        )
        .with_only_columns(
            PlanRequest.id,
            PlanRequest.case_reference,
            PlanRequest.kind,
            PlanRequest.terms,
            PlanRequest.asked_on,
            PlanRequest.claim,
            PlanRequest.running,
        )
        .order_by(PlanRequest.id)
        .limit(size)
    )
    last = ""
    while True:
        async with database.transaction() as session:
            found = (await session.execute(wishes.where(PlanRequest.id > last))).all()
        if not found:
            return
        yield [StoredWish(*row[1:]) for row in found]
        last = found[-1].id
