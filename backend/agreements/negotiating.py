"""Negotiating about a case: backend.plans, and that a plan that runs is left to a person."""

from dataclasses import dataclass
from datetime import date

from backend.agreements.models import RequestOutcome
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import (
    BrokenRule,
    Claim,
    CounterOffer,
    Offer,
    Plan,
    Proposal,
    Referral,
    negotiate,
)

PLAN_AGREED = "plan_agreed"


@dataclass(frozen=True)
class Answer:
    """The plans that may be had, nearest first; without any, `referral` names the rule why."""

    plans: tuple[Plan, ...] = ()
    broken: tuple[BrokenRule, ...] = ()
    referral: str | None = None

    @property
    def outcome(self) -> RequestOutcome:
        """What the wish ended in."""
        if self.referral is not None:
            return RequestOutcome.REFERRAL
        return RequestOutcome.COUNTER if self.broken else RequestOutcome.OFFER


def answer_to(proposal: Proposal, case: Case, claim: Claim, client: Client, on: date) -> Answer:
    """What the client's rules answer on the day `on`; `claim` is the case as it is that day."""
    if case.status is CaseStatus.PLAN:
        return Answer(referral=PLAN_AGREED)
    match negotiate(claim, client.rules, proposal, on=on):
        case Offer(plan=plan):
            return Answer((plan,))
        case CounterOffer(plans=plans, broken=broken):
            return Answer(plans, broken)
        case Referral(rule=rule):
            return Answer(referral=rule.value)
