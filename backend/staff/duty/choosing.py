"""Somebody sets whether they can be given work."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.clock import utc_now
from backend.duty.repository import begin_wrap_up, choose, find_duty
from backend.duty.spans import spans
from backend.duty.states import Choice, state_of
from backend.services import Services
from backend.staff.duty.schemas import DutyOut
from backend.staff.duty.telling import tell_duty
from backend.staff.models import StaffUser


async def my_duty(house: Services, user: StaffUser) -> DutyOut:
    """What the user is now."""
    async with house.database.transaction() as session:
        return await _duty(session, user)


async def choose_duty(house: Services, user: StaffUser, choice: Choice) -> DutyOut:
    """The user is available, or away, from now on. Available ends a wrap-up too."""
    async with house.database.transaction() as session:
        found = await find_duty(session, user.id)
        if found is None or found[0].choice != choice:
            about = Subject("user", user.id)
            write_down(session, "duty.chosen", Actor.staff(user.id), about, state=choice)
        await choose(session, user.id, choice, utc_now())
        now = await _duty(session, user)
    await tell_duty(house.hub, user)
    return now


async def wrap_up(session: AsyncSession, user: StaffUser) -> None:
    """The user has closed a conversation and has a moment for what belongs to it."""
    await begin_wrap_up(session, user.id, utc_now() + spans().wrap_up)


async def _duty(session: AsyncSession, user: StaffUser) -> DutyOut:
    found, now = await find_duty(session, user.id), utc_now()
    duty = found[0] if found else None
    state = state_of(duty, now)
    return DutyOut(state=state, until=duty.wrap_up_until if duty and state == "wrap_up" else None)
