"""Who is on duty for a client."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.duty.repository import duties_here, find_duty
from backend.duty.states import DutyState, state_of
from backend.staff.models import StaffUser

_ALL = "*"


@dataclass(frozen=True)
class OnDuty:
    """Somebody who is at work: available, or wrapping up and available soon."""

    user: str
    name: str
    state: DutyState


async def who_is_on_duty(
    session: AsyncSession, client: str, now: datetime | None = None
) -> list[OnDuty]:
    """Those who may see the client's conversations and are at work now, by name."""
    now = now or utc_now()
    found = []
    for duty, user in await duties_here(session, now):
        state = state_of(duty, now)
        if state != "away" and _may_see(user, client):
            found.append(OnDuty(user.id, user.name, state))
    return found


async def is_on_duty(
    session: AsyncSession, user: str, client: str, now: datetime | None = None
) -> bool:
    """Whether this user is at work and may see the client's conversations."""
    found = await find_duty(session, user)
    if found is None:
        return False
    duty, who = found
    return who.active and _may_see(who, client) and state_of(duty, now or utc_now()) != "away"


def _may_see(user: StaffUser, client: str) -> bool:
    return bool({client, _ALL} & set(user.clients))
