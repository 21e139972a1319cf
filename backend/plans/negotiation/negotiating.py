"""Negotiating a plan: the debtor's wish against the client's rules."""

from datetime import date
from itertools import islice

from backend.plans.claim import Claim
from backend.plans.negotiation.outcome import (
    CounterOffer,
    Offer,
    Outcome,
    Payment,
    Plan,
    Referral,
    Uncovered,
)
from backend.plans.negotiation.proposal import Proposal
from backend.plans.negotiation.schedule import payments
from backend.plans.negotiation.screening import band_or_referral
from backend.plans.negotiation.sizing import settle_sizes
from backend.plans.negotiation.terms import settle_down_payment, size_wish
from backend.plans.negotiation.timing import settle_pace, settle_timing
from backend.plans.rules.bands import PlanRules
from backend.plans.rules.rhythm import Rhythm


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
    pace = settle_pace(proposal, band)
    timing = settle_timing(proposal, band, pace.rhythm, rules.bank_days, on)
    if timing is None:
        return Referral(Uncovered.NO_BANK_DAY)
    down_payment = settle_down_payment(proposal, band, claim.balance)
    room = down_payment.room
    # One due date more than there may be payments, to tell an end that is too late.
    due_dates = timing.due_dates(pace.rhythm, rules.bank_days)
    dues = tuple(islice(due_dates, room.extra + room.at_most + 1))
    sizes, broken_sizes = settle_sizes(size_wish(down_payment.rest, room, pace, dues), room)

    down = (room.down,) if room.down else ()
    plans = tuple(
        Plan(
            instalment=size.instalment,
            currency=claim.currency,
            schedule=tuple(map(Payment, dues, down + payments(room.total, size))),
            rhythm=pace.rhythm,
            pay_day=timing.pay_day if pace.rhythm is Rhythm.MONTHLY else None,
        )
        for size in sizes
    )
    broken = pace.broken + timing.broken + down_payment.broken + broken_sizes
    return CounterOffer(plans, broken) if broken else Offer(plans[0])
