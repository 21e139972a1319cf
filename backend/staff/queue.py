"""The lists of handoffs: who waits, whom I have, whom others have, what is done."""

from typing import Literal

from backend.handoff.kinds import HandoffState
from backend.handoff.repository import count_open, list_handoffs
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.schemas import Counts, Listing
from backend.staff.shown import show_handoffs
from backend.staff.signed_in import clients_of

ListName = Literal["waiting", "mine", "taken", "closed"]

_STATES: dict[ListName, tuple[HandoffState, ...]] = {
    "waiting": ("waiting",),
    "mine": ("taken",),
    "taken": ("taken",),
    "closed": ("closed", "returned"),
}


async def list_queue(house: Services, user: StaffUser, name: ListName) -> Listing:
    """One list, and how long the others are."""
    clients = clients_of(house, user)
    async with house.database.transaction() as session:
        handoffs = await list_handoffs(
            session,
            clients,
            _STATES[name],
            taken_by=user.id if name == "mine" else None,
            not_by=user.id if name == "taken" else None,
        )
        waiting, mine, taken = await count_open(session, clients, user.id)
        return Listing(
            items=await show_handoffs(session, house, handoffs),
            counts=Counts(waiting=waiting, mine=mine, taken=taken),
        )
