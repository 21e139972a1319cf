"""Somebody at the desk ends a rest of the case."""

from backend.cases.lifting import holds_that_stand, lift
from backend.cases.repository import find_hold
from backend.conversations.refusing import refusal
from backend.macros.offering import may_lift
from backend.macros.place import at_the_desk
from backend.macros.schemas import LiftIn
from backend.notes.writing import add_note, tell_note
from backend.privacy import mask
from backend.problems import not_found
from backend.services import Services
from backend.staff.models import StaffUser


async def lift_hold(
    house: Services, user: StaffUser, conversation: str, hold: str, how: LiftIn
) -> None:
    """The rest has ended, and the note in the conversation says why; again it changes nothing.

    Raises the problems not-found, case-not-known and hold-not-yours.
    """
    async with house.database.transaction() as session:
        desk = await at_the_desk(session, house, user, conversation)
        found = await find_hold(session, desk.case, hold)
        if found is None:
            raise not_found("hold")
        if not may_lift(user, found.reason):
            raise refusal(house, user.language, 403, "hold-not-yours")
        if found not in await holds_that_stand(session, desk.case, desk.today):
            return
        before = found.until.isoformat() if found.until else None
        await lift(session, desk.case, found, desk.today)
        why = mask(how.why, desk.client.country)
        add_note(session, desk.conversation, user.id, "hold_lifted", why, about=found.reason)
        desk.note_act(session, "hold.lifted", reason=found.reason, until=before)
    await tell_note(house.hub, desk.conversation)
