"""The case of a conversation that somebody at the desk works on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit import Actor, Subject, write_down
from backend.cases.models import Case
from backend.cases.repository import lock_case
from backend.clients import Client
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.conversations.repository import lock_conversation
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser


@dataclass(frozen=True)
class Desk:
    """Who works where; nobody else changes the case until the transaction ends."""

    user: StaffUser
    conversation: Conversation
    case: Case
    client: Client
    today: date

    def note_act(self, session: AsyncSession, act: str, **facts: Any) -> None:
        """Writes the act down, about the case."""
        about = Subject("case", self.case.reference)
        write_down(session, act, Actor.staff(self.user.id), about, client=self.client.id, **facts)


async def at_the_desk(
    session: AsyncSession, house: Services, user: StaffUser, conversation: str
) -> Desk:
    """The place, locked. Raises the problems not-found and case-not-known.

    Whoever may see the conversation may be here, without having taken it: nothing is said in it.
    """
    await staff_conversation(session, house, user, conversation)
    found = await lock_conversation(session, conversation)
    if found is None or found.case_reference is None:
        raise refusal(house, user.language, 409, "case-not-known")
    client = house.clients.get(found.client)
    case = await lock_case(session, found.case_reference)
    return Desk(user, found, case, client, house.clock.today(client.zone))
