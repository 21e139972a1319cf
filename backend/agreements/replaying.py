"""Reckoning again what was once wished, from what was stored with it: the same in, the same out.

A stored wish keeps the claim as it was on its day (see `claim_from`), so that no ledger has to be
read; the rules may be those of that day or others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from backend.agreements.models import OfferKind
from backend.agreements.wishes import outcome_of, wish_from
from backend.plans import (
    Claim,
    Debtor,
    InterestBasis,
    InterestClock,
    Jurisdiction,
    Outcome,
    Parts,
    Payment,
    PlanRules,
    Rhythm,
    RunningPlan,
    Standing,
    Stop,
    agreed_interest,
    jurisdiction,
    statutory_interest,
)
from backend.plans.claim import LawfulFees

_OF_A_PLAN = (OfferKind.CHANGE, OfferKind.PAUSE)


class NotReplayable(ValueError):
    """What was stored is not enough to reckon the answer again."""


@dataclass(frozen=True)
class StoredWish:
    """A wish as it was stored, with the reference of its case.

    `terms`, `claim` and `running`, the plan that was to be changed, are JSON as
    `backend.agreements.recording` writes it.
    """

    reference: str
    kind: OfferKind
    terms: Mapping[str, Any]
    asked_on: date
    claim: Mapping[str, Any]
    running: Mapping[str, Any] | None = None


def outcome_again(stored: StoredWish, claim: Claim, rules: PlanRules) -> Outcome:
    """What `rules` answer to the wish on its day; `claim` is that of `claim_from`.

    Raises NotReplayable.
    """
    wish = wish_from(stored.kind, dict(stored.terms))
    running = running_of(stored) if stored.kind in _OF_A_PLAN else None
    return outcome_of(wish, claim, rules, running, stored.asked_on)


def claim_from(record: Mapping[str, Any], country: Jurisdiction, on: date) -> Claim:
    """The claim of a stored wish, as it was on the day `on`; `record` is what `claim_record` wrote.

    Raises NotReplayable for a wish that was stored without.
    """
    if "balance" not in record:
        raise NotReplayable("a wish that was stored without its claim")
    debtor = Debtor(record["debtor"])
    parts = dict(record["parts"])
    paid_first = tuple(parts.pop("paid_first"))
    return Claim(
        balance=record["balance"],
        currency=record["currency"],
        debtor=debtor,
        stops=frozenset(map(Stop, record["stops"])),
        broken_plans=record["broken_plans"],
        standing=Standing(record["standing"]),
        age_days=record["age_days"],
        parts=Parts(**parts, paid_first=paid_first),
        interest=_interest(record["interest"], country.code, debtor, on),
        lawful_fees=LawfulFees(**record["lawful_fees"]),
    )


def running_of(wish: StoredWish) -> RunningPlan:
    """The plan that was to be changed. Raises NotReplayable for a wish that was stored without."""
    stored = wish.running
    if stored is None:
        raise NotReplayable("a wish that was stored without the plan that it was about")
    unpaid = [Payment(date.fromisoformat(one["due"]), one["amount"]) for one in stored["unpaid"]]
    return RunningPlan(
        instalment=stored["instalment"],
        rhythm=Rhythm(stored["rhythm"]),
        pay_day=stored["pay_day"],
        unpaid=tuple(unpaid),
        paid=stored["paid"],
        pauses=tuple(map(date.fromisoformat, stored["pauses"])),
        changes=stored["changes"],
    )


def _interest(
    stored: Mapping[str, Any] | None, code: str, debtor: Debtor, on: date
) -> InterestClock | None:
    if stored is None or stored["basis"] == InterestBasis.NONE:
        return None
    return _clock(stored["basis"], stored["rate"], code, debtor, on)


@lru_cache(maxsize=4096)
def _clock(
    basis: str, rate: float | str | None, code: str, debtor: Debtor, on: date
) -> InterestClock:
    """The interest that ran on from a day; wishes of one day share it."""
    country = jurisdiction(code)
    if basis == InterestBasis.STATUTORY:
        return statutory_interest(country, debtor, on)
    return agreed_interest(Decimal(str(rate or 0)), on, country.interest.day_count.used)
