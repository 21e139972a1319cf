"""What a plan costs beside paying today and beside waiting: three totals side by side."""

from dataclasses import dataclass
from datetime import date

from backend.plans.claim import Claim
from backend.plans.law.late_interest import RateUnknown
from backend.plans.negotiation.outcome import Plan


@dataclass(frozen=True)
class Comparison:
    """Totals in minor units.

    `waiting` is what would be owed on the plan's last day if nothing were paid, without what a legal
    step would add; None when a rate up to then is not known, from the day `unknown_from` on.
    """

    today: int
    plan: int
    waiting: int | None
    waiting_until: date
    unknown_from: date | None = None


def compare(claim: Claim, plan: Plan, *, on: date) -> Comparison:
    """The three totals of `claim`, as it is on the day `on`."""
    last = plan.schedule[-1].due
    if claim.interest is None:
        return Comparison(claim.balance, plan.total, claim.balance, last)
    try:
        numerator = claim.interest.numerator(claim.made_of.principal, on, last)
    except RateUnknown as unknown:
        return Comparison(claim.balance, plan.total, None, last, unknown.since)
    waiting = claim.balance + claim.interest.rounded(numerator)
    return Comparison(claim.balance, plan.total, waiting, last)
