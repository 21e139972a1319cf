"""Skipping instalments of a plan that runs: what would have been paid then is paid at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from backend.plans.claim import Claim
from backend.plans.law.late_interest import RateUnknown
from backend.plans.negotiation.changing import band_of_running
from backend.plans.negotiation.charging import charges_of
from backend.plans.negotiation.course import Charges, Frozen, Running, Weights
from backend.plans.negotiation.outcome import (
    BrokenRule,
    Costs,
    CounterOffer,
    Offer,
    Outcome,
    Payment,
    Plan,
    Referral,
    Rule,
    Uncovered,
)
from backend.plans.negotiation.running_plan import RunningPlan
from backend.plans.negotiation.sizing import Room
from backend.plans.rules.band import Band
from backend.plans.rules.plan_rules import PlanRules
from backend.plans.rules.rhythm import due_dates, leaving_out

_MONTHS = 12


@dataclass(frozen=True)
class PauseWish:
    """Which instalments to skip: so many, from the first that is due on `since` or later."""

    instalments: int = 1
    since: date | None = None


def pause(
    claim: Claim, rules: PlanRules, plan: RunningPlan, wish: PauseWish, *, on: date
) -> Outcome:
    """What is left of `plan` with instalments skipped; `claim` is what is owed on the day `on`."""
    band = band_of_running(claim, rules)
    if isinstance(band, Referral):
        return band
    if band.pause is None:
        return Referral(Uncovered.NO_PAUSE)
    since = _months_earlier(on, band.pause.within_months)
    left = band.pause.at_most_instalments - sum(skipped > since for skipped in plan.pauses)
    if left <= 0:
        return Referral(Uncovered.PAUSED_ALREADY)
    skipped = min(max(wish.instalments, 1), left)
    try:
        found = _paused(claim, rules, band, plan, skipped, wish.since, on)
    except RateUnknown:
        return Referral(Uncovered.RATE_UNKNOWN)
    if skipped < wish.instalments:
        broken = BrokenRule(Rule.PAUSE_AT_MOST, skipped, wish.instalments)
        return CounterOffer((found,), (broken,))
    return Offer(found)


def _paused(
    claim: Claim,
    rules: PlanRules,
    band: Band,
    plan: RunningPlan,
    skipped: int,
    since: date | None,
    on: date,
) -> Plan:
    at_most = max(band.instalments.at_most - plan.paid, len(plan.unpaid))
    dues = tuple(islice(_dues(plan, rules, on, skipped, since), at_most + 1))
    charges = Charges(notice=charges_of(claim, band).notice, from_the_first=True)
    frozen = band.interest == "frozen" or claim.interest is None
    course = (
        Frozen(claim.balance, charges)
        if frozen or claim.interest is None
        else Running(claim.made_of, Weights(claim.interest, on, dues), charges)
    )
    size = Room(0, course, 1, at_most).by_amount(plan.instalment)
    amounts = course.payments(size)
    notices = charges.notice * size.number
    return Plan(
        instalment=size.instalment,
        currency=claim.currency,
        schedule=tuple(map(Payment, dues, amounts)),
        rhythm=plan.rhythm,
        pay_day=plan.pay_day,
        costs=Costs(notices=notices, interest=sum(amounts) - claim.balance - notices),
    )


def _dues(
    plan: RunningPlan, rules: PlanRules, on: date, skipped: int, since: date | None
) -> Iterator[date]:
    """The due dates that stay, without end, with those that are skipped left out."""
    first = max(plan.next_due, on)
    usual = due_dates(first, plan.pay_day or first.day, plan.rhythm, rules.bank_days)
    usual = leaving_out(usual, plan.skipped_after(on), plan.rhythm)
    for due in usual:
        if skipped and due > on and due >= (since or on):
            skipped -= 1
        else:
            yield due


def _months_earlier(day: date, months: int) -> date:
    count = day.year * _MONTHS + day.month - 1 - months
    return date(count // _MONTHS, count % _MONTHS + 1, min(day.day, 28))
