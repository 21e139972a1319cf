"""The console's page of missed messages."""

import asyncio
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from backend.conversations.body_limit import LimitedBodyRoute
from backend.misses.intents import list_intents
from backend.misses.listing import Wanted, list_misses
from backend.misses.schemas import Intents, Misses, State, Taught, TeachIn
from backend.misses.setting_aside import set_aside, take_back
from backend.misses.teaching import teach
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(
    prefix="/api/staff/misses",
    route_class=LimitedBodyRoute,
    dependencies=[Depends(from_the_console)],
)
Reader = Annotated[StaffUser, Depends(allowed_to("misses.read"))]
Teacher = Annotated[StaffUser, Depends(allowed_to("misses.teach"))]
Id = Annotated[int, Path(ge=0, le=2**31 - 1)]
Day = Annotated[date | None, Query(ge=date(2000, 1, 1), le=date(9000, 1, 1))]
Names = Annotated[list[str] | None, Query(max_length=100)]


@router.get("")
async def read_misses(
    me: Reader,
    house: House,
    first: Annotated[Day, Query(alias="from")] = None,
    last: Annotated[Day, Query(alias="to")] = None,
    language: Names = None,
    client: Names = None,
    state: State = "open",
    offset: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> Misses:
    """What was missed, masked, the same words once."""
    wanted = Wanted(first, last, language or (), client or (), state, offset)
    return await list_misses(house, me, wanted)


@router.get("/intents")
async def read_intents(me: Reader, house: House) -> Intents:
    """What it may be taught as."""
    return await asyncio.to_thread(list_intents, house, me)


@router.post("/{miss}/teach")
async def teach_miss(miss: Id, given: TeachIn, me: Teacher, house: House) -> Taught:
    """Puts it into a training file."""
    return await teach(house, me, miss, given)


@router.post("/{miss}/set-aside", status_code=204)
async def set_miss_aside(miss: Id, me: Teacher, house: House) -> None:
    """Nothing is to be learnt from it."""
    await set_aside(house, me, miss)


@router.post("/{miss}/take-back", status_code=204)
async def take_miss_back(miss: Id, me: Teacher, house: House) -> None:
    """It is open again."""
    await take_back(house, me, miss)
