"""Writes into the audit who read a masked conversation, and who took figures out."""

from backend.analytics.scope import Scope
from backend.audit import Actor, Subject, write_down
from backend.services import Services
from backend.staff.models import StaffUser


async def note_reading(house: Services, user: StaffUser, conversation: str, client: str) -> None:
    """A masked conversation is about to be shown."""
    about = Subject("conversation", conversation)
    async with house.database.transaction() as session:
        write_down(session, "figures.read", Actor.staff(user.id), about, client=client)


async def note_export(house: Services, user: StaffUser, chart: str, scope: Scope) -> None:
    """A chart is about to leave as a file."""
    days = f"{scope.first} to {scope.last}"
    async with house.database.transaction() as session:
        act, by, about = "figures.exported", Actor.staff(user.id), Subject("chart", chart)
        write_down(session, act, by, about, clients=list(scope.clients), days=days)
