"""Negotiating a plan: the debtor's wish against the client's rules."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from backend.plans.claim import Claim
from backend.plans.law.late_interest import RateUnknown
from backend.plans.negotiation.charging import charges_of
from backend.plans.negotiation.course import Charges, Course, Frozen, Running, Weights
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
from backend.plans.negotiation.schedule import Size
from backend.plans.negotiation.screening import band_or_referral
from backend.plans.negotiation.sizing import Room, settle_sizes
from backend.plans.negotiation.terms import limits_of, settle_down_payment, size_wish
from backend.plans.negotiation.timing import Pace, Timing, settle_pace, settle_timing
from backend.plans.rules.band import Band
from backend.plans.rules.plan_rules import PlanRules
from backend.plans.rules.rhythm import Rhythm, leaving_out


def negotiate(claim: Claim, rules: PlanRules, proposal: Proposal, *, on: date) -> Outcome:
    """What can be agreed about `claim` on the day `on`, as near to `proposal` as `rules` allow.

    What was not wished is chosen for the debtor: without amount, number or end the smallest
    instalment, without a date about a month from today. The rhythm and the dates are settled first,
    each as the nearest that is allowed, then the instalments (see `SizeWish.distance`). A wish to
    pay all the balance, or more, is one payment.
    """
    band = band_or_referral(claim, rules)
    if isinstance(band, Referral):
        return band
    return negotiate_in(band, claim, rules, proposal, on=on)


def negotiate_in(
    band: Band,
    claim: Claim,
    rules: PlanRules,
    proposal: Proposal,
    *,
    on: date,
    skipped: Sequence[date] = (),
) -> Outcome:
    """The same in a band that is known; nothing is due around the days that were `skipped`."""
    try:
        return _negotiated(band, claim, rules, proposal, on, skipped)
    except RateUnknown:
        return Referral(Uncovered.RATE_UNKNOWN)


def _negotiated(
    band: Band,
    claim: Claim,
    rules: PlanRules,
    proposal: Proposal,
    on: date,
    skipped: Sequence[date],
) -> Outcome:
    pace = settle_pace(proposal, band)
    timing = settle_timing(proposal, band, pace.rhythm, rules.bank_days, on)
    if timing is None:
        return Referral(Uncovered.NO_BANK_DAY)
    limits = limits_of(band, pace.rhythm)
    # One due date more than there may be payments, to tell an end that is too late.
    count = limits.at_most + 1
    dues = timing.due_dates(pace.rhythm, rules.bank_days, count + len(skipped))
    if skipped:
        dues = tuple(islice(leaving_out(dues, skipped, pace.rhythm), count))
    charges = charges_of(claim, band)

    def course_after(down: int) -> Course:
        return _course(band, claim, charges, dues, on, down)

    down_payment = settle_down_payment(proposal, band, limits, claim.balance, course_after)
    room = down_payment.room
    due = dues[: room.extra + room.at_most + 1]
    sizes, broken_sizes = settle_sizes(size_wish(down_payment.rest, room, pace, due), room)
    plans = tuple(_plan(size, room, claim, charges, dues, pace, timing) for size in sizes)
    broken = pace.broken + timing.broken + down_payment.broken + broken_sizes
    return CounterOffer(plans, broken) if broken else Offer(plans[0])


def _course(
    band: Band, claim: Claim, charges: Charges, dues: tuple[date, ...], on: date, down: int
) -> Course:
    if band.interest == "frozen" or claim.interest is None:
        return Frozen(claim.balance - down, charges.after(down))
    weights = Weights(claim.interest, on, dues)
    return Running(claim.made_of, weights, charges.after(down), down)


def _plan(
    size: Size,
    room: Room,
    claim: Claim,
    charges: Charges,
    dues: tuple[date, ...],
    pace: Pace,
    timing: Timing,
) -> Plan:
    down = (room.down,) if room.down else ()
    amounts = down + room.course.payments(size)
    charged = charges.after(room.down)
    fee = charged.fee if charged.apply(size.number) else 0
    notices = charged.notice * size.number if charged.apply(size.number) else 0
    interest = sum(amounts) - claim.balance - fee - notices
    return Plan(
        instalment=size.instalment,
        currency=claim.currency,
        schedule=tuple(map(Payment, dues, amounts)),
        rhythm=pace.rhythm,
        pay_day=timing.pay_day if pace.rhythm is Rhythm.MONTHLY else None,
        costs=Costs(fee, notices, interest),
    )
