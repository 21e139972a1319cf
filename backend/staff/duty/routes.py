"""The routes of being at work."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.conversations.body_limit import LimitedBodyRoute
from backend.staff.duty.choosing import choose_duty, my_duty
from backend.staff.duty.schemas import DutyIn, DutyOut, Team
from backend.staff.duty.team import show_team
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(
    prefix="/api/staff", route_class=LimitedBodyRoute, dependencies=[Depends(from_the_console)]
)
Agent = Annotated[StaffUser, Depends(allowed_to("queue.work"))]
Lead = Annotated[StaffUser, Depends(allowed_to("queue.lead"))]


@router.get("/duty")
async def read_duty(me: Agent, house: House) -> DutyOut:
    """What I am now."""
    return await my_duty(house, me)


@router.put("/duty")
async def set_duty(wanted: DutyIn, me: Agent, house: House) -> DutyOut:
    """I am available, or away."""
    return await choose_duty(house, me, wanted.state)


@router.get("/team")
async def read_team(me: Lead, house: House) -> Team:
    """Who is at work, what each holds, and who waits."""
    return await show_team(house, me)
