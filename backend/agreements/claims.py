"""The claim of a case as it is today, with what agreements know about it."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.repository import broken_plans_of
from backend.cases.balances import balance_of
from backend.cases.claims import claim_of
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import Claim


async def claim_today(session: AsyncSession, case: Case, client: Client, today: date) -> Claim:
    """What may be negotiated about. Raises the problem sum-not-known."""
    balance = await balance_of(session, case, client, today)
    return claim_of(case, balance.total, await broken_plans_of(session, case.reference))
