"""What is kept of a negotiation so that it can be reckoned again years later.

The rules are kept once for each version of them, the claim with each wish. `backend.agreements.
replaying` reads both.
"""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import RulesVersion
from backend.cases.models import Case
from backend.clients import Client
from backend.clock import utc_now
from backend.database.inserting import insert_once
from backend.plans import Claim, RunningPlan


async def keep_rules(session: AsyncSession, client: Client) -> str:
    """Keeps the client's rules as they are, and gives their version."""
    version = client.rules_version
    if await session.get(RulesVersion, (client.id, version)) is None:
        await insert_once(
            session,
            RulesVersion,
            version=version,
            client=client.id,
            section=list(client.plans),
            first_used_at=utc_now(),
        )
    return version


def claim_record(claim: Claim, case: Case) -> dict[str, Any]:
    """The claim as JSON; `interest` says which rate ran on from that day, null when none did.

    Money in minor units. `parts` come with the order in which they are paid.
    """
    parts = claim.made_of
    return {
        "balance": claim.balance,
        "currency": claim.currency,
        "debtor": claim.debtor.value,
        "stops": sorted(stop.value for stop in claim.stops),
        "broken_plans": claim.broken_plans,
        "standing": claim.standing.value,
        "age_days": claim.age_days,
        "parts": {
            "principal": parts.principal,
            "interest": parts.interest,
            "fee": parts.fee,
            "cost": parts.cost,
            "paid_first": list(parts.paid_first),
        },
        "interest": None
        if claim.interest is None
        else {"basis": case.interest_basis.value, "rate": case.interest_rate},
        "lawful_fees": {"plan": claim.lawful_fees.plan, "notice": claim.lawful_fees.notice},
    }


def running_record(plan: RunningPlan) -> dict[str, Any]:
    """What is left of a plan that is to be changed, as JSON; money in minor units."""
    return {
        "instalment": plan.instalment,
        "rhythm": plan.rhythm.value,
        "pay_day": plan.pay_day,
        "unpaid": [{"due": one.due.isoformat(), "amount": one.amount} for one in plan.unpaid],
        "paid": plan.paid,
        "pauses": [day.isoformat() for day in plan.pauses],
        "changes": plan.changes,
    }
