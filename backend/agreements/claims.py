"""The claim of a case as it is today, with what agreements know about it."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import PlanStatus
from backend.agreements.renewing import IN_LAW
from backend.agreements.repository import deferrals_of, plans_of
from backend.cases.balances import entry_of, reckon
from backend.cases.claims import claim_of
from backend.cases.models import Case
from backend.cases.repository import holds_on, ledger_of
from backend.clients import Client
from backend.plans import Claim, Interruption


async def claim_today(session: AsyncSession, case: Case, client: Client, today: date) -> Claim:
    """What may be negotiated about. Raises the problem sum-not-known."""
    ledger = await ledger_of(session, case.reference)
    balance = reckon(case, client, [entry_of(line) for line in ledger], today)
    plans = await plans_of(session, case.reference)
    deferrals = await deferrals_of(session, case.reference)
    kept = [plan for plan in plans if plan.status is not PlanStatus.UNDONE]
    agreements = [Interruption(IN_LAW[plan.kind], plan.agreed_on) for plan in kept]
    agreements += [Interruption("deferral", one.granted_on) for one in deferrals]
    return claim_of(
        case,
        client,
        balance,
        ledger,
        broken_plans=sum(plan.status is PlanStatus.BROKEN for plan in plans),
        agreements=agreements,
        held_for=[hold.reason for hold in await holds_on(session, case.reference, today)],
    )
