"""Ending one rest of a case, with what it had stopped."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import PlanStatus
from backend.agreements.repository import plans_of
from backend.cases.hold_reasons import stops_of
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case, Hold
from backend.cases.repository import all_holds_of, holds_on


async def holds_that_stand(session: AsyncSession, case: Case, on: date) -> Sequence[Hold]:
    """What rests the case on the day `on`, and what has run out but still stops it: the oldest first.

    The days of an objection may be over before anybody has decided on it.
    """
    stops = set(case.stops)
    standing: list[Hold] = []
    for hold in await all_holds_of(session, case.reference):
        rests = hold.until is None or hold.until >= on
        if rests or stops & {stop.value for stop in stops_of([hold.reason])}:
            standing.append(hold)
    return standing


async def lift(session: AsyncSession, case: Case, hold: Hold, on: date) -> None:
    """Ends the rest: from the day `on` the case rests for it no more.

    A stop that came with it goes too, unless another rest still brings it; a case that was disputed
    stands then where it stood.
    """
    before = on - timedelta(days=1)
    if hold.until is None or hold.until > before:
        hold.until = before
    await session.flush()
    still = stops_of(one.reason for one in await holds_on(session, case.reference, on))
    gone = {stop.value for stop in stops_of([hold.reason]) - still}
    case.stops = [stop for stop in case.stops if stop not in gone]
    if gone and case.status is CaseStatus.DISPUTED:
        case.status = await _status_before(session, case)


async def _status_before(session: AsyncSession, case: Case) -> CaseStatus:
    """Where a case stands about which nothing is disputed: only such cases become disputed."""
    plans = await plans_of(session, case.reference)
    broken = any(plan.status is PlanStatus.BROKEN for plan in plans[-1:])
    return CaseStatus.PLAN_BROKEN if broken else CaseStatus.OPEN
