"""Putting off the payment of all that is owed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backend.plans.claim import Claim
from backend.plans.negotiation.outcome import BrokenRule, Referral, Rule, Uncovered
from backend.plans.negotiation.screening import band_or_referral
from backend.plans.rules.plan_rules import PlanRules


@dataclass(frozen=True)
class Deferral:
    """All is due on the bank day `until`; when that is not what was wished, `broken` says why."""

    until: date
    broken: tuple[BrokenRule, ...] = ()


def defer(
    claim: Claim,
    rules: PlanRules,
    until: date | None,
    *,
    on: date,
    granted: Sequence[date] = (),
) -> Deferral | Referral:
    """How far payment may be put off, seen from the day `on`; as far as allowed without a wish.

    `granted` are the days on which it was put off before. Another time counts from its own day, but
    as often as the band says and no more.
    """
    band = band_or_referral(claim, rules)
    if isinstance(band, Referral):
        return band
    if band.deferral is None:
        return Referral(Uncovered.NO_DEFERRAL)
    if len(granted) >= band.deferral.at_most_times:
        # Asking again moves nothing on, but what was granted once may still be used to its end.
        on_again = max(granted)
        latest = rules.bank_days.on_or_before(on_again + timedelta(days=band.deferral.at_most_days))
        if latest <= on:
            return Referral(Uncovered.DEFERRED_ALREADY)
    else:
        latest = rules.bank_days.on_or_before(on + timedelta(days=band.deferral.at_most_days))
    earliest = rules.bank_days.on_or_after(on + timedelta(days=1))
    if earliest > latest:
        return Referral(Uncovered.NO_BANK_DAY)
    if until is None:
        return Deferral(latest)
    if until <= on:
        return Deferral(earliest, (BrokenRule(Rule.DEFERRAL_NOT_BEFORE, earliest, until),))
    if until > latest or rules.bank_days.on_or_after(until) > latest:
        return Deferral(latest, (BrokenRule(Rule.DEFERRAL_AT_MOST_DAYS, latest, until),))
    return Deferral(rules.bank_days.on_or_after(until))
