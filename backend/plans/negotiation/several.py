"""Several claims of one debtor: one plan over all of them, or the order that costs least."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from backend.plans.claim import Claim, LawfulFees, Standing
from backend.plans.law.late_interest import RateUnknown
from backend.plans.negotiation.negotiating import negotiate
from backend.plans.negotiation.outcome import (
    Costs,
    CounterOffer,
    Offer,
    Outcome,
    Payment,
    Plan,
    Referral,
    Uncovered,
)
from backend.plans.negotiation.proposal import Proposal
from backend.plans.negotiation.screening import band_or_referral
from backend.plans.rules.band import Band
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
    """One plan over several claims, and the part of it that is each claim's own plan.

    The parts are by the claims' references, in the order in which they are paid. A part has the
    due dates of the whole on which something goes to its claim, and the costs that it carries: the
    first has the plan's fee, and a payment's notice is with the claim that it goes to first.
    """

    plan: Plan
    by_claim: dict[str, Plan]


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
        if (referral := apart(named.claim, rules)) is not None:
            return referral, ()
    ordered = order_of_least_cost(claims, on=on)
    whole = _as_one(ordered)
    band = rules.band_for(whole)
    if band is not None and any(_interest_runs(named.claim, band) for named in ordered):
        return Referral(Uncovered.INTEREST_RUNS), ()
    outcome = negotiate(whole, rules, proposal, on=on)
    return outcome, tuple(_shared(plan, ordered) for plan in _plans(outcome))


def apart(claim: Claim, rules: PlanRules) -> Referral | None:
    """Why the claim cannot be in one plan with others; None when it can."""
    band = band_or_referral(claim, rules)
    if isinstance(band, Referral):
        return band
    return Referral(Uncovered.INTEREST_RUNS) if _interest_runs(claim, band) else None


def _interest_runs(claim: Claim, band: Band) -> bool:
    """Whether interest would run on the claim while a plan in the band is kept."""
    return claim.interest is not None and band.interest == "runs"


def _as_one(ordered: Sequence[Named]) -> Claim:
    """The claim of their sum: as old as the oldest, and with the worst that was before.

    The plan's fee is taken on the first, and a notice on any of them.
    """
    claims = [named.claim for named in ordered]
    broken = any(claim.standing is Standing.PLAN_BROKEN for claim in claims)
    oldest = max(claims, key=lambda claim: claim.age_days)
    return replace(
        oldest,
        balance=sum(claim.balance for claim in claims),
        broken_plans=max(claim.broken_plans for claim in claims),
        standing=Standing.PLAN_BROKEN if broken else oldest.standing,
        parts=None,
        interest=None,
        lawful_fees=LawfulFees(
            plan=claims[0].lawful_fees.plan,
            notice=min(claim.lawful_fees.notice for claim in claims),
        ),
    )


def _plans(outcome: Outcome) -> tuple[Plan, ...]:
    match outcome:
        case Offer(plan):
            return (plan,)
        case CounterOffer(plans):
            return plans
    return ()


def _shared(plan: Plan, ordered: Sequence[Named]) -> Shares:
    left = [named.claim.balance for named in ordered]
    left[0] += plan.costs.fee
    parts: list[list[Payment]] = [[] for _ in ordered]
    notices = [0] * len(ordered)
    at = 0
    for payment, notice in zip(plan.schedule, _notices(plan), strict=True):
        left[at] += notice
        notices[at] += notice
        money = payment.amount
        while money:
            part = min(money, left[at])
            parts[at].append(Payment(payment.due, part))
            money -= part
            left[at] -= part
            at += left[at] == 0
    costs = [Costs(plan.costs.fee if not at else 0, notices[at]) for at in range(len(ordered))]
    return Shares(
        plan,
        {
            named.reference: _part(plan, tuple(payments), cost)
            for named, payments, cost in zip(ordered, parts, costs, strict=True)
        },
    )


def _notices(plan: Plan) -> list[int]:
    """What the notice of each payment costs; a down payment has none."""
    down = plan.instalments > 1 and plan.schedule[0].amount != plan.instalment
    noticed = plan.instalments - down
    each = plan.costs.notices // noticed
    return [0] * down + [each] * noticed


def _part(plan: Plan, schedule: tuple[Payment, ...], costs: Costs) -> Plan:
    """What is paid each time is the whole's, unless the part is a single payment."""
    instalment = plan.instalment if len(schedule) > 1 else schedule[0].amount
    return replace(plan, instalment=instalment, schedule=schedule, costs=costs)


def _growth(claim: Claim, on: date) -> Fraction:
    """How much a year adds to each unit of what is owed."""
    if claim.interest is None or claim.balance <= 0:
        return Fraction(0)
    try:
        numerator = claim.interest.numerator(claim.made_of.principal, on, on + _YEAR)
    except RateUnknown:
        return Fraction(0)
    return Fraction(numerator, claim.interest.denominator * claim.balance)
