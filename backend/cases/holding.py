"""Letting a case rest while something is looked into."""

from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.hold_reasons import hold_reasons
from backend.cases.models import Case, Hold
from backend.cases.repository import holds_on
from backend.clients import Client


def hold(
    session: AsyncSession,
    case: Case,
    client: Client,
    *,
    reason: str,
    note: str,
    until: date | None,
    on: date,
) -> Hold:
    """Puts a hold on the case from the day `on`.

    Without `until` it lasts as long as the client has set for the reason, or else holds.yaml.
    """
    placed = Hold(
        id=uuid4().hex,
        case_reference=case.reference,
        reason=reason,
        note=note,
        until=until or client.hold_until(reason, on) or _usually_until(reason, on),
    )
    session.add(placed)
    return placed


def counted_from(client: Client, reason: str, paid_on: date | None, today: date) -> date:
    """From which day the client's days of rest are counted: the day of a payment to come soon.

    One that is further away than the rest would be long is no payment that was made.
    """
    furthest = client.hold_until(reason, today)
    soon = paid_on is not None and furthest is not None and today < paid_on <= furthest
    return paid_on if paid_on is not None and soon else today


async def end_holds(session: AsyncSession, case: Case, reason: str, on: date) -> None:
    """Ends what rests the case for `reason`; from the day `on` it rests for it no more."""
    for placed in await holds_on(session, case.reference, on):
        if placed.reason == reason:
            placed.until = on - timedelta(days=1)


def _usually_until(reason: str, on: date) -> date | None:
    known = hold_reasons().get(reason)
    return on + timedelta(days=known.days) if known and known.days else None
