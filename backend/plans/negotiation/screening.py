"""Whether anything may be agreed about a claim, and by which rules."""

from backend.plans.claim import Claim
from backend.plans.negotiation.outcome import Referral, Uncovered
from backend.plans.rules.band import Band
from backend.plans.rules.plan_rules import PlanRules


def band_or_referral(claim: Claim, rules: PlanRules) -> Band | Referral:
    """The band by which `claim` may be negotiated, or the reason why a person has to."""
    if stop := claim.gravest_stop:
        return Referral(stop)
    if claim.balance <= 0:
        return Referral(Uncovered.NOTHING_OWED)
    if claim.currency != rules.currency:
        return Referral(Uncovered.OTHER_CURRENCY)
    if any(trait.is_of(claim) for trait in rules.never):
        return Referral(Uncovered.NEVER)
    return rules.band_for(claim) or Referral(Uncovered.NO_BAND)
