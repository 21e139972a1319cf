"""The routes of deadlines."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from backend.analytics.scope import Asked
from backend.conversations.body_limit import LimitedBodyRoute
from backend.staff.deadlines.listing import count_deadlines, list_deadlines
from backend.staff.deadlines.met import count_met
from backend.staff.deadlines.schemas import DeadlineCounts, Deadlines, MetTargets
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(
    prefix="/api/staff/deadlines",
    route_class=LimitedBodyRoute,
    dependencies=[Depends(from_the_console)],
)
Agent = Annotated[StaffUser, Depends(allowed_to("queue.work"))]
Word = Annotated[str | None, Query(max_length=64)]


@router.get("")
async def read_deadlines(me: Agent, house: House, client: Word = None) -> Deadlines:
    """What is late, what was promised, and what was missed in the last days."""
    return await list_deadlines(house, me, client)


@router.get("/counts")
async def read_counts(me: Agent, house: House) -> DeadlineCounts:
    """How much is late, and how much is due soon."""
    return await count_deadlines(house, me)


@router.get("/met")
async def read_met(scope: Asked, house: House) -> MetTargets:
    """Which share of the targets was met, by client."""
    return await count_met(house, scope)
