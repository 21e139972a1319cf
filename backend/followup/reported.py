"""Payments that debtors have told of: promised to be looked for, and asked about when not seen.

The case rests for one from the day on which it was told; the last day of that rest is in the hold.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case, Hold
from backend.cases.repository import holds_on
from backend.clients import Client
from backend.clients.booking_days import booked_by
from backend.conversations.models import Conversation
from backend.followup.models import Reminder
from backend.followup.moments import first_moment
from backend.handoff.models import Handoff
from backend.services import Services

#: Why the case rests, and the task of a person who has the receipt.
RESTS = "payment_reported"
PROOF = "payment_proof"
_DAY = timedelta(days=1)


async def unseen_due(session: AsyncSession, house: Services, at_most: int) -> list[Reminder]:
    """The question about each payment that should be here by now; one for each rest of a case."""
    latest = max(house.clock.today(client.zone) for client in house.clients)
    resting = select(Hold, Case).join(Case, Case.reference == Hold.case_reference)
    chosen = resting.where(Hold.reason == RESTS, Hold.until >= latest).limit(at_most)
    found: dict[str, Reminder] = {}
    for hold, case in await session.execute(chosen):
        assert hold.until is not None
        client = house.clients.get(case.client)
        day = client.followup.active and asked_from(client, hold.until)
        due_at = first_moment(client, day) if day else None
        if not day or due_at is None or day > house.clock.today(client.zone):
            continue
        key = f"unseen:{case.reference}:{hold.until}"
        found[key] = Reminder(
            key=key,
            kind="unseen",
            case_reference=case.reference,
            plan_id=None,
            about=hold.until.toordinal(),
            due_at=due_at,
        )
    return list(found.values())


def asked_from(client: Client, until: date) -> date | None:
    """From which day on it is asked about; None where the client sets no length for the rest."""
    days = client.hold_days.get(RESTS)
    return None if days is None else booked_by(client, until - days * _DAY) + _DAY


async def still_rests(session: AsyncSession, case: str, today: date, last_day: int) -> bool:
    """Whether the case still rests for it; a payment that was booked has ended that."""
    placed = await holds_on(session, case, today)
    return any(hold.reason == RESTS and _is(hold.until, last_day) for hold in placed)


async def rests_otherwise(session: AsyncSession, case: str, today: date) -> bool:
    """Whether it rests for something else too."""
    return any(hold.reason != RESTS for hold in await holds_on(session, case, today))


async def has_sent_proof(session: AsyncSession, cases: Sequence[str]) -> bool:
    """Whether a person has got the receipt, and so looks for the payment."""
    theirs = select(Conversation.id).where(Conversation.case_reference.in_(cases))
    sent = select(Handoff.id).where(Handoff.conversation_id.in_(theirs), Handoff.reason == PROOF)
    return await session.scalar(sent.limit(1)) is not None


def _is(until: date | None, last_day: int) -> bool:
    return until is not None and until.toordinal() == last_day
