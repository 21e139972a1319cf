"""Who is on duty for a client."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.duty.repository import clients_of_those_at_work, find_duty
from backend.duty.states import state_of

_ALL = "*"


async def how_many_on_duty(session: AsyncSession, client: str, now: datetime | None = None) -> int:
    """How many may see the client's conversations and are at work: available, or available soon."""
    at_work = await clients_of_those_at_work(session, now or utc_now())
    return sum(_sees(clients, client) for clients in at_work)


async def is_on_duty(
    session: AsyncSession, user: str, client: str, now: datetime | None = None
) -> bool:
    """Whether this user is at work and may see the client's conversations."""
    found = await find_duty(session, user)
    if found is None:
        return False
    duty, who = found
    return who.active and _sees(who.clients, client) and state_of(duty, now or utc_now()) != "away"


def _sees(clients: Collection[str], client: str) -> bool:
    return client in clients or _ALL in clients
