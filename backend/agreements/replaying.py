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

from backend.plans import (
    Claim,
    Debtor,
    InterestBasis,
    InterestClock,
    Jurisdiction,
    Outcome,
    Parts,
    PauseWish,
    Payment,
    PlanRules,
    Proposal,
    Rhythm,
    RunningPlan,
    SettlementWish,
    Standing,
    Stop,
    agreed_interest,
    change,
    jurisdiction,
    negotiate,
    pause,
    settle,
    statutory_interest,
)
from backend.plans.claim import LawfulFees

_DAYS = ("end_date", "first_date", "by", "since")


class NotReplayable(ValueError):
    """What was stored is not enough to reckon the answer again."""


@dataclass(frozen=True)
class StoredWish:
    """A wish as it was stored. `kind` is plan, settlement, change or pause; `terms` and `claim` are
    JSON, with money in minor units; `running` is the plan that was to be changed (see `running_of`).
    """

    reference: str
    kind: str
    terms: Mapping[str, Any]
    asked_on: date
    claim: Mapping[str, Any]
    running: Mapping[str, Any] | None = None


def outcome_again(wish: StoredWish, claim: Claim, rules: PlanRules) -> Outcome:
    """What `rules` answer to the wish on its day; `claim` is that of `claim_from`.

    Raises NotReplayable.
    """
    terms: dict[str, Any] = {
        name: date.fromisoformat(value) if name in _DAYS else value
        for name, value in wish.terms.items()
    }
    on = wish.asked_on
    match wish.kind:
        case "plan":
            return negotiate(claim, rules, Proposal(**terms), on=on)
        case "settlement":
            return settle(claim, rules, SettlementWish(**terms), on=on)
        case "change":
            return change(claim, rules, running_of(wish), Proposal(**terms), on=on)
        case "pause":
            return pause(claim, rules, running_of(wish), PauseWish(**terms), on=on)
    raise NotReplayable(f"a wish of the kind {wish.kind}")


def claim_from(record: Mapping[str, Any], country: Jurisdiction, on: date) -> Claim:
    """The claim of a stored wish, as it was on the day `on`.

    `record` is {balance, currency, debtor, stops, broken_plans, standing, age_days, parts, interest:
    {basis, rate} or null, lawful_fees}. Raises NotReplayable for a wish that was stored without.
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
    """The plan that was to be changed: {instalment, rhythm, pay_day, unpaid: [{due, amount}], paid,
    pauses, changes}. Raises NotReplayable for a wish that was stored without.
    """
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
