"""A part that is paid for all of it: the rest is written off when the part has come in time."""

from dataclasses import dataclass
from datetime import date, timedelta

from backend.plans.claim import Claim, Standing
from backend.plans.negotiation.changing import band_of_running
from backend.plans.negotiation.outcome import (
    BrokenRule,
    CounterOffer,
    Offer,
    Outcome,
    Payment,
    Plan,
    Referral,
    Rule,
    Uncovered,
)
from backend.plans.negotiation.screening import band_or_referral
from backend.plans.rules.plan_rules import PlanRules
from backend.plans.rules.rhythm import Rhythm


@dataclass(frozen=True)
class SettlementWish:
    """What the debtor would pay for all (minor units), and by when; each may be missing."""

    amount: int | None = None
    by: date | None = None


def settle(claim: Claim, rules: PlanRules, wish: SettlementWish, *, on: date) -> Outcome:
    """The settlement that is nearest to the wish: a plan of one payment, smaller than the balance.

    Without an amount the least that the client takes: what may be given is not held back from those
    who do not know how to ask. An amount of the whole balance is simply a payment of all. Where a plan
    runs, what is settled is all that is left of the claim.
    """
    runs = claim.standing is Standing.PLAN
    band = band_of_running(claim, rules) if runs else band_or_referral(claim, rules)
    if isinstance(band, Referral):
        return band
    if band.settlement is None:
        return Referral(Uncovered.NO_SETTLEMENT)
    earliest = rules.bank_days.on_or_after(on + timedelta(days=1))
    latest = rules.bank_days.on_or_before(on + timedelta(days=band.settlement.within_days))
    if earliest > latest:
        return Referral(Uncovered.NO_BANK_DAY)
    least = band.settlement.at_least_percent.of(claim.balance)
    broken = []
    amount = least if wish.amount is None else min(wish.amount, claim.balance)
    if amount < least:
        broken.append(BrokenRule(Rule.SETTLEMENT_AT_LEAST, least, amount))
        amount = least
    due = latest if wish.by is None else max(rules.bank_days.on_or_after(wish.by), earliest)
    if wish.by is not None and due > latest:
        broken.append(BrokenRule(Rule.SETTLEMENT_WITHIN_DAYS, latest, wish.by))
        due = latest
    plan = Plan(
        instalment=amount,
        currency=claim.currency,
        schedule=(Payment(due, amount),),
        rhythm=Rhythm.MONTHLY,
        pay_day=None,
        forgiven=claim.balance - amount,
    )
    return CounterOffer((plan,), tuple(broken)) if broken else Offer(plan)
