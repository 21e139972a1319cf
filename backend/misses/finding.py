"""Finds one missed message for somebody who may see it."""

from backend.misses.hiding import Hidden, hidden
from backend.misses.repository import find_missed, names_in_cases
from backend.problems import not_found
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.signed_in import clients_of


async def find(house: Services, user: StaffUser, miss: int) -> Hidden:
    """The message, masked. Raises the problem not-found, also for another client's."""
    async with house.database.transaction() as session:
        missed = await find_missed(session, clients_of(house, user), miss)
        if missed is None:
            raise not_found("message")
        names = await names_in_cases(session, [missed.case_reference or ""])
    return hidden(house, missed, names)
