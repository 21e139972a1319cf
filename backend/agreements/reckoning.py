"""Reckoning an agreed plan again from what was kept of it, years later if need be."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.evidence import Evidence
from backend.agreements.models import AgreedPlan, PlanOffer, PlanRequest, RulesVersion
from backend.agreements.replaying import NotReplayable, StoredWish, claim_from, outcome_again
from backend.agreements.repository import offers_of_joint
from backend.agreements.schemas import Terms
from backend.agreements.wishes import proposal_of
from backend.clients import Client
from backend.plans import (
    CounterOffer,
    Jurisdiction,
    Named,
    Offer,
    Payment,
    Plan,
    PlanRules,
    RuleBook,
    Shares,
    together,
)


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
    agreed = tuple(Payment(payment.due, payment.amount) for payment in plan.payments)
    rules = RuleBook.read(kept.section, country).on(day)
    if plan.joint is not None:
        shares = await _together_again(session, plan, rules, country, day)
        parts = [one.by_claim[plan.case_reference] for one in shares]
        return Reckoned(evidence.rules_version, tuple(parts), agreed)
    claim = claim_from(request.claim, country, day)
    granted = [rules.as_granted_by(role, claim) for role in _roles(request, offer)]
    wish = StoredWish(
        plan.case_reference, request.kind, request.terms, day, request.claim, request.running
    )
    answers = [outcome_again(wish, claim, allowed) for allowed in (rules, *granted)]
    plans = [found for answer in answers for found in _plans(answer)]
    return Reckoned(evidence.rules_version, tuple(plans), agreed)


async def _together_again(
    session: AsyncSession, plan: AgreedPlan, rules: PlanRules, country: Jurisdiction, day: date
) -> tuple[Shares, ...]:
    """The wish for one plan over several cases, answered again for all of their claims."""
    claims, terms = [], {}
    for offer in await offers_of_joint(session, str(plan.joint)):
        request = await session.get_one(PlanRequest, offer.request_id)
        claims.append(Named(offer.case_reference, claim_from(request.claim, country, day)))
        terms = request.terms
    _, shares = together(claims, rules, proposal_of(Terms.model_validate(terms)), on=day)
    return shares


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
