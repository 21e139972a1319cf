"""Has a receipt looked at: a person gets it as a task, and the case rests meanwhile."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.auditing import note_act
from backend.cases.holding import hold
from backend.cases.models import Case, Hold
from backend.cases.repository import get_case, holds_on
from backend.conversations.models import Conversation
from backend.conversations.repository import Line, last_words
from backend.handoff.handing_over import hand_over_within
from backend.handoff.repository import open_task
from backend.handoff.schemas import HandoffIn
from backend.services import Services
from backend.texts import say

#: Why the case rests, and why a person is to look.
RESTS = "payment_reported"
TASK = "payment_proof"


async def have_it_checked(
    session: AsyncSession, house: Services, conversation: Conversation
) -> Line:
    """What is said to the file: by when a person has looked, and until when the case rests.

    One more file for a task that is still open belongs to that task.
    """
    assert conversation.case_reference is not None
    case = await get_case(session, conversation.case_reference)
    until = (await _rest(session, house, case)).until
    task = await open_task(session, conversation.id, TASK)
    if task is not None:
        return Line("system", say(house.texts, conversation.language, "attachment_also"))
    named = say(house.texts, conversation.language, "attachment")
    wish = await last_words(session, conversation.id) or named
    wanted = HandoffIn(reason=TASK, wish=wish)
    made = await hand_over_within(session, house, conversation.id, wanted)
    text = say(
        house.texts,
        conversation.language,
        "attachment_received",
        at=made.promised_at.isoformat() if made.promised_at else None,
        until=until.isoformat() if until else None,
        reference=made.reference,
    )
    return Line("system", text)


async def _rest(session: AsyncSession, house: Services, case: Case) -> Hold:
    """What rests the case for a payment that was reported, new or as it was."""
    client = house.clients.get(case.client)
    today = house.clock.today(client.zone)
    for placed in await holds_on(session, case.reference, today):
        if placed.reason == RESTS:
            return placed
    note_act(session, "hold.placed", case)
    return hold(session, case, client, reason=RESTS, note="", until=None, on=today)
