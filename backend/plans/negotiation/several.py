"""Several claims of one debtor: one plan over all of them, or the order that costs least."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from backend.plans.claim import Claim
from backend.plans.law.late_interest import RateUnknown
from backend.plans.negotiation.negotiating import negotiate
from backend.plans.negotiation.outcome import CounterOffer, Offer, Outcome, Payment, Plan, Referral
from backend.plans.negotiation.proposal import Proposal
from backend.plans.negotiation.screening import band_or_referral
from backend.plans.rules.plan_rules import PlanRules

_YEAR = timedelta(days=365)
_MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Named:
    """A claim and what its case is called."""

    reference: str
    claim: Claim


@dataclass(frozen=True)
class Shares:
    """One plan over several claims, and which part of each payment goes to which of them."""

    plan: Plan
    by_claim: dict[str, tuple[Payment, ...]]


def order_of_least_cost(claims: Sequence[Named], *, on: date) -> tuple[Named, ...]:
    """The order in which paying costs least: what grows fastest for its size first.

    Every krona that goes to a claim with a higher rate saves more interest than on any other. Of
    equals the older claim comes first, because what may follow is nearest for it. A claim whose
    interest ahead nobody knows is sorted by its age alone.
    """
    return tuple(
        sorted(
            claims,
            key=lambda named: (-_growth(named.claim, on), -named.claim.age_days, named.reference),
        )
    )


def month_of(claim: Claim, *, on: date) -> int | None:
    """What thirty days of interest add, in minor units; None when that is not known."""
    if claim.interest is None:
        return 0
    try:
        numerator = claim.interest.numerator(claim.made_of.principal, on, on + _MONTH)
    except RateUnknown:
        return None
    return claim.interest.rounded(numerator)


def together(
    claims: Sequence[Named], rules: PlanRules, proposal: Proposal, *, on: date
) -> tuple[Outcome, tuple[Shares, ...]]:
    """One plan over all the claims, negotiated as one claim of their sum.

    It is possible only where each claim alone may have a plan and none bears interest while the
    plan is kept; otherwise the referral of the first that may not. Each plan of the outcome has its
    shares: the payments go to the claims in the order that costs least.
    """
    for named in claims:
        band = band_or_referral(named.claim, rules)
        if isinstance(band, Referral):
            return band, ()
    ordered = order_of_least_cost(claims, on=on)
    whole = replace(
        max(ordered, key=lambda named: named.claim.age_days).claim,
        balance=sum(named.claim.balance for named in ordered),
        broken_plans=max(named.claim.broken_plans for named in ordered),
        parts=None,
        interest=None,
    )
    outcome = negotiate(whole, rules, proposal, on=on)
    return outcome, tuple(_shared(plan, ordered) for plan in _plans(outcome))


def _plans(outcome: Outcome) -> tuple[Plan, ...]:
    match outcome:
        case Offer(plan):
            return (plan,)
        case CounterOffer(plans):
            return plans
    return ()


def _shared(plan: Plan, ordered: Sequence[Named]) -> Shares:
    left = [named.claim.balance for named in ordered]
    left[0] += plan.costs.total
    shares: dict[str, list[Payment]] = {named.reference: [] for named in ordered}
    at = 0
    for payment in plan.schedule:
        money = payment.amount
        while money:
            part = min(money, left[at])
            if part:
                shares[ordered[at].reference].append(Payment(payment.due, part))
            money -= part
            left[at] -= part
            at += left[at] == 0
    return Shares(plan, {name: tuple(parts) for name, parts in shares.items()})


def _growth(claim: Claim, on: date) -> Fraction:
    """How much a year adds to each unit of what is owed."""
    if claim.interest is None or claim.balance <= 0:
        return Fraction(0)
    try:
        numerator = claim.interest.numerator(claim.made_of.principal, on, on + _YEAR)
    except RateUnknown:
        return Fraction(0)
    return Fraction(numerator, claim.interest.denominator * claim.balance)
