"""Which users somebody manages: those who have no client that is not the manager's own."""

from backend.conversations.refusing import refusal
from backend.services import Services
from backend.staff.models import StaffUser

ALL = "*"


def manages(me: StaffUser, user: StaffUser) -> bool:
    """Whether all that the user may see is mine too."""
    return ALL in me.clients or set(user.clients) <= set(me.clients)


def check_clients(house: Services, me: StaffUser, clients: list[str]) -> None:
    """Raises the problem client-unknown for a client that is not there, or not mine to give."""
    known = {client.id for client in house.clients} | {ALL}
    mine = known if ALL in me.clients else set(me.clients)
    if not clients or not set(clients) <= known & mine:
        raise refusal(house, me.language, 422, "client-unknown", known=", ".join(sorted(mine)))
