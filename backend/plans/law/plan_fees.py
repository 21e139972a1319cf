"""The most that the law lets a plan cost: once, and for the notice of each payment."""

from collections.abc import Sequence
from datetime import date

from backend.plans.claim import LawfulFees
from backend.plans.law.fee_check import FeeRefusal, FeeRule, check_fee
from backend.plans.law.fee_wish import BookedFee, FeeFacts, FeeWish
from backend.plans.law.jurisdiction import Jurisdiction

_ENDLESS = 10**12
_SUMS = (FeeRule.ABOVE_CEILING, FeeRule.ABOVE_TOTAL)


def lawful_fees(
    country: Jurisdiction, booked: Sequence[BookedFee], facts: FeeFacts, on: date
) -> LawfulFees:
    """What may be taken for a plan of the claim on a day, in minor units, `booked` fees counted in.

    A ceiling that nobody knows lets nothing be taken.
    """
    measures = country.plan_fees
    return LawfulFees(
        plan=_most(measures.plan, country, booked, facts, on),
        notice=_most(measures.notice, country, booked, facts, on),
    )


def _most(
    measure: str | None,
    country: Jurisdiction,
    booked: Sequence[BookedFee],
    facts: FeeFacts,
    on: date,
) -> int:
    """As much as the check lets through: each refusal of a sum says what is left of it."""
    most = _ENDLESS
    while measure is not None and most > 0:
        wish = FeeWish(measure, most, on, agreed=True)
        answer = check_fee(country, wish, booked, facts)
        if not isinstance(answer, FeeRefusal):
            return most
        if answer.rule not in _SUMS or not isinstance(answer.limit, int):
            return 0
        most = answer.limit
    return 0
