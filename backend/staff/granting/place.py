"""Where a person agrees something: a conversation that they have taken, and its case."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case
from backend.cases.repository import get_case
from backend.clients import Client
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.conversations.repository import lock_conversation
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser


@dataclass(frozen=True)
class Place:
    """The user's own conversation, with its case; `now` is in the client's zone."""

    user: StaffUser
    conversation: Conversation
    case: Case
    client: Client
    now: datetime

    @property
    def today(self) -> date:
        """The client's day."""
        return self.now.date()


async def own_place(
    session: AsyncSession, house: Services, user: StaffUser, conversation: str
) -> Place:
    """The place, which nobody else changes until this transaction ends.

    Raises the problems not-found, not-taken-by-you and case-not-known.
    """
    await staff_conversation(session, house, user, conversation)
    found = await lock_conversation(session, conversation)
    if found is None or found.agent != user.id:
        raise refusal(house, user.language, 409, "not-taken-by-you")
    if found.case_reference is None:
        raise refusal(house, user.language, 409, "case-not-known")
    client = house.clients.get(found.client)
    case = await get_case(session, found.case_reference)
    return Place(user, found, case, client, house.clock.now(client.zone))
