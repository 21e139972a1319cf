"""Putting off the payment of all that is owed."""

from datetime import date
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.evidence import DeferralEvidence
from backend.agreements.models import Deferral
from backend.agreements.recording import claim_record
from backend.agreements.renewing import notices_for
from backend.agreements.repository import deferrals_of
from backend.agreements.schemas import Shown
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import Referral, defer
from backend.problems import Problem


async def latest_deferral(
    session: AsyncSession, case: Case, client: Client, today: date
) -> date | None:
    """The latest day to which all may be put off, or None when only a person may say.

    It may be put off as often as the rules say; asking again after that does not move it on.
    """
    return await nearest_deferral(session, case, client, None, today)


async def nearest_deferral(
    session: AsyncSession, case: Case, client: Client, wished: date | None, today: date
) -> date | None:
    """The allowed bank day that comes nearest to the one wished, without a wish the latest."""
    if case.status is CaseStatus.PLAN:
        return None
    claim = await claim_today(session, case, client, today)
    granted = [one.granted_on for one in await deferrals_of(session, case.reference)]
    allowed = defer(claim, client.rules_on(today), wished, on=today, granted=granted)
    if isinstance(allowed, Referral) or allowed.until <= today:
        return None
    return allowed.until


async def put_off(
    session: AsyncSession,
    case: Case,
    client: Client,
    *,
    until: date,
    today: date,
    shown: Shown | None = None,
    conversation: str | None = None,
) -> Deferral:
    """Promises that the case rests to the bank day on or after `until`.

    `shown` is what was said before the yes, which was said in the `conversation`. Raises the problem
    deferral-refused with the latest day allowed.
    """
    latest = await latest_deferral(session, case, client, today)
    if latest is None:
        raise Problem(409, "deferral-refused", "Only a person can put this off.", latest=None)
    due = client.jurisdiction.bank_days.on_or_after(until)
    if not today < due <= latest:
        sentence = f"Payment can be put off to {latest} at the latest, and to tomorrow at least."
        raise Problem(409, "deferral-refused", sentence, latest=latest.isoformat())
    return await promise(
        session, case, client, until=due, today=today, shown=shown, conversation=conversation
    )


async def promise(
    session: AsyncSession,
    case: Case,
    client: Client,
    *,
    until: date,
    today: date,
    shown: Shown | None = None,
    conversation: str | None = None,
    made_by: str | None = None,
) -> Deferral:
    """Writes a promise that somebody may make, with its evidence; `made_by` is the staff user.

    Raises the problem case-stopped.
    """
    claim = await claim_today(session, case, client, today)
    if claim.stops:
        raise Problem(409, "case-stopped", "Only a person can put this off now.")
    evidence = DeferralEvidence(
        claim=claim_record(claim, case),
        notices=notices_for(case, client, "deferral", today),
        shown=shown,
        conversation=conversation,
        made_by=made_by,
    )
    granted = Deferral(
        id=uuid4().hex,
        case_reference=case.reference,
        granted_on=today,
        until=until,
        evidence=evidence.model_dump(mode="json"),
    )
    session.add(granted)
    return granted
