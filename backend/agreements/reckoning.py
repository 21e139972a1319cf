"""Reckoning an agreed plan again from what was kept of it, years later if need be."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.evidence import Evidence
from backend.agreements.models import AgreedPlan, PlanOffer, PlanRequest, RulesVersion
from backend.agreements.replaying import NotReplayable, StoredWish, claim_from, outcome_again
from backend.clients import Client
from backend.plans import CounterOffer, Offer, Payment, Plan, RuleBook


@dataclass(frozen=True)
class Reckoned:
    """What the rules of then answer again, and whether the agreed plan is among it."""

    rules_version: str
    plans: tuple[Plan, ...]
    agreed: tuple[Payment, ...]

    @property
    def is_same(self) -> bool:
        """Whether a plan with the agreed payments is offered again."""
        return any(plan.schedule == self.agreed for plan in self.plans)


async def reckon_again(session: AsyncSession, plan: AgreedPlan, client: Client) -> Reckoned:
    """The plan's wish answered anew, by the rules that held then and for the claim as it was.

    Raises NotReplayable for a plan of before the rules and the claim were kept.
    """
    evidence = _evidence_of(plan)
    offer = await session.get_one(PlanOffer, plan.offer_id)
    request = await session.get_one(PlanRequest, offer.request_id)
    kept = await session.get(RulesVersion, (client.id, evidence.rules_version))
    if kept is None or request.asked_on is None:
        raise NotReplayable("a plan that was stored without its rules or its day")
    day, country = request.asked_on, client.jurisdiction
    claim = claim_from(request.claim, country, day)
    rules = RuleBook.read(kept.section, country).on(day)
    granted = [rules.as_granted_by(role, claim) for role in _roles(request, offer)]
    wish = StoredWish(
        plan.case_reference, request.kind, request.terms, day, request.claim, request.running
    )
    answers = [outcome_again(wish, claim, allowed) for allowed in (rules, *granted)]
    agreed = tuple(Payment(payment.due, payment.amount) for payment in plan.payments)
    plans = [found for answer in answers for found in _plans(answer)]
    return Reckoned(evidence.rules_version, tuple(plans), agreed)


def _evidence_of(plan: AgreedPlan) -> Evidence:
    if not plan.evidence:
        raise NotReplayable("a plan that was stored without how it came about")
    return Evidence.model_validate(plan.evidence)


def _roles(request: PlanRequest, offer: PlanOffer) -> list[str]:
    """The roles by whose limits it may have been granted."""
    return [role for role in (request.role, offer.needs_role) if role is not None]


def _plans(outcome: object) -> tuple[Plan, ...]:
    match outcome:
        case Offer(plan):
            return (plan,)
        case CounterOffer(plans):
            return plans
    return ()
