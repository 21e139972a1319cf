"""Whether anything may be agreed about a claim, and by which rules."""

from backend.plans.claim import Claim
from backend.plans.negotiation.outcome import Referral, Uncovered
from backend.plans.rules.bands import Band, PlanRules


def band_or_referral(claim: Claim, rules: PlanRules) -> Band | Referral:
    """The band by which `claim` may be negotiated, or the reason why a person has to."""
    if stop := claim.gravest_stop:
        return Referral(stop)
    if claim.balance <= 0:
        return Referral(Uncovered.NOTHING_OWED)
    if claim.currency != rules.currency:
        return Referral(Uncovered.OTHER_CURRENCY)
    return rules.band_for(claim) or Referral(Uncovered.NO_BAND)
