"""What plans the rules allow for a case, before anything was wished."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.negotiating import answer_to
from backend.agreements.schemas import Example, PlanOptions
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import Claim, Plan, Proposal

_SHORT_PLAN = 3


async def plan_options(
    session: AsyncSession, case: Case, client: Client, today: date
) -> PlanOptions:
    """The limits for this balance, and examples from the longest plan to a short one.

    Without a wish the rules answer with the smallest instalment, which makes the longest plan.
    """
    claim = await claim_today(session, case, client, today)
    answer = answer_to(Proposal(), case, claim, client, today)
    if answer.referral is not None:
        return PlanOptions(currency=case.currency, referral=answer.referral)
    longest = answer.plans[0]
    half = -(-longest.instalments // 2)
    numbers = {number for number in (half, _SHORT_PLAN) if number < longest.instalments}
    wishes = [Proposal(instalments=number) for number in sorted(numbers, reverse=True)]
    shorter = [answer_to(wish, case, claim, client, today).plans[0] for wish in wishes]
    return PlanOptions(
        smallest_instalment=longest.instalment,
        most_instalments=longest.instalments,
        first_payment_latest=first_payment_latest(claim, client, today),
        currency=case.currency,
        examples=[_example(plan) for plan in (longest, *shorter)],
    )


def _example(plan: Plan) -> Example:
    return Example(instalments=plan.instalments, instalment=plan.instalment, total=plan.total)


def first_payment_latest(claim: Claim, client: Client, today: date) -> date | None:
    """The last day on which a plan agreed today may begin."""
    band = client.rules.band_for(claim)
    if band is None:
        return None
    last = today + timedelta(days=band.first_payment.within_days)
    return client.rules.bank_days.on_or_before(last)
