"""Negotiating about a case: backend.plans, by the rules of the day and of who asks."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.models import OfferKind, RequestOutcome
from backend.agreements.running import running_plan
from backend.agreements.wishes import Wish, outcome_of
from backend.cases.balances import SumNotKnown
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import (
    Band,
    BrokenRule,
    Claim,
    CounterOffer,
    Offer,
    Outcome,
    Plan,
    PlanRules,
    Referral,
    RunningPlan,
    Uncovered,
)

PLAN_AGREED = "plan_agreed"
_NEW = (OfferKind.PLAN, OfferKind.SETTLEMENT)


@dataclass(frozen=True)
class Answer:
    """The plans that may be had, nearest first; without any, `referral` names the rule why.

    `claim` is what was negotiated about, None when its sum is not known; `running` the plan that is
    to be changed. `needs_role` has to approve the plans first.
    """

    claim: Claim | None = None
    plans: tuple[Plan, ...] = ()
    broken: tuple[BrokenRule, ...] = ()
    referral: str | None = None
    band: Band | None = None
    running: RunningPlan | None = None
    needs_role: str | None = None

    @property
    def outcome(self) -> RequestOutcome:
        """What the wish ended in."""
        if self.referral is not None:
            return RequestOutcome.REFERRAL
        return RequestOutcome.COUNTER if self.broken else RequestOutcome.OFFER


async def answer_to(
    session: AsyncSession,
    case: Case,
    client: Client,
    wish: Wish,
    on: date,
    role: str | None = None,
    second: Collection[str] = (),
) -> Answer:
    """What the client's rules answer on the day `on`; a `role` may go beyond them by its limits.

    Somebody of a role in `second` may be asked for more. What none of them may grant is countered
    with the nearest that this one may.
    Something new while a plan runs is left to a person, unless it says that it takes its place.
    """
    if wish.kind in _NEW and wish.plan is None and case.status is CaseStatus.PLAN:
        return Answer(referral=PLAN_AGREED)
    try:
        claim = await claim_today(session, case, client, on)
    except SumNotKnown:
        return Answer(referral=Uncovered.RATE_UNKNOWN.value)
    running = None if wish.plan is None else await running_plan(session, wish.plan)
    rules = client.rules_on(on)

    def by(allowed: PlanRules) -> Answer:
        outcome = outcome_of(wish, claim, allowed, running, on)
        found = _answer(claim, allowed, outcome)
        return replace(found, running=running)

    found = by(rules)
    if role is None or found.outcome is RequestOutcome.OFFER:
        return found
    own = found
    for allowed in (role, *(one for one in rules.by_hand if one != role and one in second)):
        granted = by(rules.as_granted_by(allowed, claim))
        if granted.outcome is RequestOutcome.OFFER:
            return replace(granted, needs_role=None if allowed == role else allowed)
        if allowed == role:
            own = granted
    return own


def _answer(claim: Claim, rules: PlanRules, outcome: Outcome) -> Answer:
    band = rules.band_for(claim)
    match outcome:
        case Offer(plan=plan):
            return Answer(claim, (plan,), band=band)
        case CounterOffer(plans=plans, broken=broken):
            return Answer(claim, plans, broken, band=band)
        case Referral(rule=rule):
            return Answer(claim, referral=rule.value)
