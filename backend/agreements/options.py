"""What plans the rules allow for a case, before anything was wished."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import OfferKind
from backend.agreements.negotiating import Answer, answer_to
from backend.agreements.schemas import (
    ChangeRoom,
    CostFacts,
    DeferralRoom,
    Example,
    PauseRoom,
    PlanOptions,
    SettlementRoom,
    Terms,
)
from backend.agreements.wishes import Wish
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import Band, Claim, Plan

_SHORT_PLAN = 3


async def plan_options(
    session: AsyncSession, case: Case, client: Client, today: date
) -> PlanOptions:
    """The limits for this balance, and examples from the longest plan to a short one.

    Without a wish the rules answer with the smallest instalment, which makes the longest plan.
    """

    async def answered(terms: Terms) -> Answer:
        return await answer_to(session, case, client, Wish(OfferKind.PLAN, terms), today)

    answer = await answered(Terms())
    if answer.referral is not None or answer.claim is None or answer.band is None:
        return PlanOptions(currency=case.currency, referral=answer.referral)
    longest, claim, band = answer.plans[0], answer.claim, answer.band
    half = -(-longest.instalments // 2)
    numbers = {number for number in (half, _SHORT_PLAN) if number < longest.instalments}
    shorter = [
        (await answered(Terms(instalments=number))).plans[0]
        for number in sorted(numbers, reverse=True)
    ]
    return PlanOptions(
        smallest_instalment=longest.instalment,
        most_instalments=longest.instalments,
        first_payment_latest=first_payment_latest(claim, client, today),
        currency=case.currency,
        examples=[_example(plan) for plan in (longest, *shorter)],
        costs=_costs(longest),
        interest="none" if claim.interest is None else band.interest,
        down_payment=band.down_payment and band.down_payment.least(claim.balance),
        **_rooms(band, claim),
    )


def _example(plan: Plan) -> Example:
    return Example(instalments=plan.instalments, instalment=plan.instalment, total=plan.total)


def _costs(plan: Plan) -> CostFacts:
    costs = plan.costs
    return CostFacts(fee=costs.fee, notices=costs.notices, interest=costs.interest)


def _rooms(band: Band, claim: Claim) -> dict[str, object]:
    """What else the band lets happen, and what it leaves to a person as None."""
    settlement = None
    if band.settlement is not None:
        least = band.settlement.at_least_percent.of(claim.balance)
        settlement = SettlementRoom(at_least=least, within_days=band.settlement.within_days)
    return {
        "settlement": settlement,
        "deferral": band.deferral and DeferralRoom(at_most_days=band.deferral.at_most_days),
        "pause": band.pause and PauseRoom(**band.pause.model_dump()),
        "change": band.change and ChangeRoom(**band.change.model_dump()),
    }


def first_payment_latest(claim: Claim, client: Client, today: date) -> date | None:
    """The last day on which a plan agreed today may begin."""
    rules = client.rules_on(today)
    band = rules.band_for(claim)
    if band is None:
        return None
    return rules.bank_days.on_or_before(today + timedelta(days=band.first_payment.within_days))
