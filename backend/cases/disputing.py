"""Registering that the debtor objects to a claim."""

import secrets
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.holding import hold
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case, Dispute
from backend.clients import Client
from backend.plans import Stop

# Without the signs that are mistaken for each other when a reference is read out.
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_BECOMES_DISPUTED = (CaseStatus.OPEN, CaseStatus.PLAN_BROKEN)


def dispute(
    session: AsyncSession,
    case: Case,
    client: Client,
    *,
    text: str,
    on: date,
    until: date | None = None,
) -> Dispute:
    """Stores the objection and stops the case until a person has decided.

    Without `until` it rests as long as the client has set.
    """
    objection = Dispute(
        reference="D-" + "".join(secrets.choice(_SIGNS) for _ in range(6)),
        case_reference=case.reference,
        text=text,
    )
    session.add(objection)
    hold(session, case, client, reason="dispute", note=objection.reference, until=until, on=on)
    case.stops = sorted({*case.stops, Stop.DISPUTED.value})
    if case.status in _BECOMES_DISPUTED:
        case.status = CaseStatus.DISPUTED
    return objection
