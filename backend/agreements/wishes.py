"""A wish for an agreement as it comes in, and as backend.plans negotiates about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.agreements.models import OfferKind
from backend.agreements.schemas import PauseTerms, SettlementTerms, Terms
from backend.plans import (
    Claim,
    Outcome,
    PauseWish,
    PlanRules,
    Proposal,
    RunningPlan,
    SettlementWish,
    change,
    negotiate,
    pause,
    settle,
)
from backend.problems import Problem


@dataclass(frozen=True)
class Wish:
    """What is wished for; `plan` is the id of the plan whose place it is to take, where there is one."""

    kind: OfferKind
    terms: Terms | SettlementTerms | PauseTerms
    plan: str | None = None

    @property
    def named(self) -> dict[str, Any]:
        """The terms that were named, as JSON has them."""
        return self.terms.model_dump(mode="json", exclude_none=True)


def wish_from(kind: OfferKind, terms: dict[str, Any], plan: str | None = None) -> Wish:
    """The wish that was stored with these terms."""
    match kind:
        case OfferKind.SETTLEMENT:
            return Wish(kind, SettlementTerms.model_validate(terms), plan)
        case OfferKind.PAUSE:
            return Wish(kind, PauseTerms.model_validate(terms), plan)
    return Wish(kind, Terms.model_validate(terms), plan)


def outcome_of(
    wish: Wish, claim: Claim, rules: PlanRules, running: RunningPlan | None, on: date
) -> Outcome:
    """What the rules answer on the day `on`; `running` is the plan that is to be changed.

    Raises the problem terms-wrong for terms that cannot be meant.
    """
    match wish.terms:
        case SettlementTerms() as terms:
            return settle(claim, rules, SettlementWish(terms.amount, terms.by), on=on)
        case PauseTerms() as terms if running is not None:
            return pause(claim, rules, running, PauseWish(terms.instalments, terms.since), on=on)
        case Terms() as terms if running is not None:
            return change(claim, rules, running, proposal_of(terms), on=on)
        case Terms() as terms:
            return negotiate(claim, rules, proposal_of(terms), on=on)
    raise ValueError("a pause is of a plan that runs")


def proposal_of(terms: Terms) -> Proposal:
    """The terms as backend.plans takes them. Raises the problem terms-wrong."""
    try:
        return Proposal(**terms.model_dump())
    except ValueError as error:
        raise Problem(422, "terms-wrong", f"Please correct: {error}.") from error
