"""Somebody at the desk lets a case rest."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.disputing import dispute
from backend.cases.holding import hold
from backend.cases.once import once
from backend.cases.repository import holds_on
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.conversations.repository import get_conversation
from backend.macros.hold_rules import hold_rules
from backend.macros.offering import until_by_rules
from backend.macros.place import Desk, at_the_desk
from backend.macros.schemas import HoldIn
from backend.notes.writing import add_note, tell_note
from backend.privacy import mask
from backend.services import Services
from backend.staff.models import StaffUser

#: An objection is more than a rest: it gets a reference and changes where the case stands.
_OBJECTION = "dispute"
_LONGEST = timedelta(days=366)


async def place_hold(house: Services, user: StaffUser, conversation: str, wish: HoldIn) -> None:
    """The case rests, and the note in the conversation says so; the same again changes nothing.

    Raises the problems not-found, case-not-known, hold-needs-reason and hold-day-wrong.
    """

    async def work(session: AsyncSession) -> dict[str, Any]:
        desk = await at_the_desk(session, house, user, conversation)
        _check(house, desk, wish)
        asked = hold_rules().of(wish.reason).note != "none"
        why = mask(wish.why, desk.client.country) if asked else ""
        await _place(session, desk, wish, why)
        add_note(session, desk.conversation, user.id, "hold_placed", why, about=wish.reason)
        desk.note_act(session, "hold.placed", reason=wish.reason)
        return {}

    await once(house.database, f"{user.id}:{wish.id}", f"{conversation}/desk-holds", work)
    await tell_note(house.hub, await _now(house, conversation))


def _check(house: Services, desk: Desk, wish: HoldIn) -> None:
    language = desk.user.language
    if hold_rules().of(wish.reason).note == "needed" and not wish.why:
        raise refusal(house, language, 422, "hold-needs-reason")
    latest = desk.today + _LONGEST
    if wish.until is not None and not desk.today <= wish.until <= latest:
        raise refusal(house, language, 422, "hold-day-wrong")


async def _place(session: AsyncSession, desk: Desk, wish: HoldIn, why: str) -> None:
    """One that rests the case for the same reason already is given the new day."""
    case, client, today = desk.case, desk.client, desk.today
    for standing in await holds_on(session, case.reference, today):
        if standing.reason == wish.reason:
            standing.until = wish.until or until_by_rules(client, wish.reason, today)
            return
    if wish.reason == _OBJECTION:
        dispute(session, case, client, text=why, on=today, until=wish.until)
        return
    hold(session, case, client, reason=wish.reason, note=why, until=wish.until, on=today)


async def _now(house: Services, conversation: str) -> Conversation:
    async with house.database.transaction() as session:
        return await get_conversation(session, conversation)
