"""Letting a case rest while something is looked into."""

from datetime import date
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.models import Case, Hold
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
    """Puts a hold on the case from the day `on`; without `until` as long as the client has set."""
    placed = Hold(
        id=uuid4().hex,
        case_reference=case.reference,
        reason=reason,
        note=note,
        until=until or client.hold_until(reason, on),
    )
    session.add(placed)
    return placed
