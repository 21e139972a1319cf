"""The lists of what is late, what was promised, and what was missed."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.clock import utc_now
from backend.handoff.moments import Moments, moments_of
from backend.services import Services
from backend.staff.deadlines.repository import how_many, late, missed, promises
from backend.staff.deadlines.rules import deadline_rules
from backend.staff.deadlines.schemas import DeadlineCounts, Deadlines
from backend.staff.models import StaffUser
from backend.staff.shown import show_handoffs
from backend.staff.signed_in import clients_of


async def list_deadlines(house: Services, user: StaffUser, client: str | None) -> Deadlines:
    """Of the user's clients, or of one of them."""
    clients = [one for one in clients_of(house, user) if client in (None, one)]
    rules, moments = deadline_rules(), moments_of(house, clients)
    since = utc_now() - timedelta(days=rules.missed_days)
    async with house.database.transaction() as session:
        return Deadlines(
            late=await show_handoffs(session, house, await late(session, moments, rules.most)),
            promises=await show_handoffs(
                session, house, await promises(session, clients, rules.most)
            ),
            missed=await show_handoffs(
                session, house, await missed(session, clients, since, rules.most)
            ),
            counts=await _counts(session, moments),
        )


async def count_deadlines(house: Services, user: StaffUser) -> DeadlineCounts:
    """For the number in the console's bar."""
    async with house.database.look() as session:
        return await _counts(session, moments_of(house, clients_of(house, user)))


async def _counts(session: AsyncSession, moments: Moments) -> DeadlineCounts:
    soon = timedelta(minutes=deadline_rules().soon_minutes)
    behind, coming = await how_many(session, moments, soon)
    return DeadlineCounts(late=behind, soon=coming)
