"""Changing a plan that runs: another day, another amount, an instalment that was missed.

A change is a new plan over what is left. It is negotiated by the same rules as the first one, so it
adds up in the same way; what differs is how far its next payment may move.
"""

from dataclasses import replace
from datetime import date, timedelta

from backend.plans.claim import Claim, Standing
from backend.plans.negotiation.negotiating import negotiate_in
from backend.plans.negotiation.outcome import CounterOffer, Outcome, Referral, Rule, Uncovered
from backend.plans.negotiation.proposal import Proposal
from backend.plans.negotiation.running_plan import RunningPlan
from backend.plans.negotiation.screening import band_or_referral
from backend.plans.rules.band import Band
from backend.plans.rules.plan_rules import PlanRules
from backend.plans.rules.rhythm import Rhythm
from backend.plans.rules.terms import Fees, FirstPayment, Instalments

_DAY = timedelta(days=1)


def change(
    claim: Claim, rules: PlanRules, plan: RunningPlan, wish: Proposal, *, on: date
) -> Outcome:
    """What is left of `plan`, as near to the wish as the rules allow.

    `claim` is what is owed on the day `on`. What is not wished stays: the instalment, the pay day,
    and the day of the next payment. An instalment that was missed is the next payment, and without a
    wished day it may come as late as the rules let one move.
    """
    band = band_of_running(claim, rules)
    if isinstance(band, Referral):
        return band
    if band.change is None:
        return Referral(Uncovered.NO_CHANGE)
    if plan.changes >= band.change.at_most_times:
        return Referral(Uncovered.CHANGED_ALREADY)
    latest = max(plan.next_due, on) + timedelta(days=band.change.next_within_days)
    terms = _with_what_stays(plan, wish, latest, rules, on)
    rest, skipped = _for_the_rest(band, plan, latest, on), plan.skipped_after(on)
    outcome = negotiate_in(rest, claim, rules, terms, on=on, skipped=skipped)
    return _in_words_of_a_change(outcome)


def band_of_running(claim: Claim, rules: PlanRules) -> Band | Referral:
    """The band of a claim with a plan; a band that asks for an open claim is meant for it too."""
    found = band_or_referral(claim, rules)
    if isinstance(found, Referral) and found.rule is Uncovered.NO_BAND:
        return band_or_referral(replace(claim, standing=Standing.OPEN), rules)
    return found


def _with_what_stays(
    plan: RunningPlan, wish: Proposal, latest: date, rules: PlanRules, on: date
) -> Proposal:
    sizes = (wish.amount, wish.instalments, wish.duration_months, wish.end_date)
    amount = plan.instalment if all(size is None for size in sizes) else wish.amount
    first = wish.first_date
    if first is None and wish.day_of_month is not None:
        first = _nearest(wish.day_of_month, plan.next_due, on + _DAY, latest)
    if first is None:
        first = plan.next_due if plan.next_due > on else rules.bank_days.on_or_before(latest)
    pay_day = wish.day_of_month or plan.pay_day
    return replace(
        wish,
        amount=amount,
        first_date=first,
        day_of_month=pay_day,
        rhythm=wish.rhythm or plan.rhythm.value,
    )


def _nearest(day_of_month: int, to: date, earliest: date, latest: date) -> date | None:
    """The day with this number that is nearest to `to`, if there is one between the others."""
    span = [earliest + timedelta(days=days) for days in range((latest - earliest).days + 1)]
    fitting = [day for day in span if day.day == day_of_month]
    return min(fitting, key=lambda day: abs(day - to), default=None)


def _for_the_rest(band: Band, plan: RunningPlan, latest: date, on: date) -> Band:
    rhythms = dict.fromkeys((Rhythm(plan.rhythm), *band.rhythm))
    return band.model_copy(
        update={
            "instalments": Instalments(at_most=max(band.instalments.at_most - plan.paid, 1)),
            "first_payment": FirstPayment(within_days=max((latest - on).days, 1)),
            "down_payment": None,
            "duration": None,
            "rhythm": tuple(rhythms),
            "fees": Fees.model_construct(plan=0, notice=band.fees.notice),
        }
    )


def _in_words_of_a_change(outcome: Outcome) -> Outcome:
    if not isinstance(outcome, CounterOffer):
        return outcome
    broken = tuple(
        replace(found, rule=Rule.NEXT_PAYMENT_WITHIN_DAYS)
        if found.rule is Rule.FIRST_PAYMENT_WITHIN_DAYS
        else found
        for found in outcome.broken
    )
    return replace(outcome, broken=broken)
