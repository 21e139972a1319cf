"""More time for all of it: within the rules, the user's own limits, or those of another role."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.expiring import end_of_next_working_day
from backend.agreements.negotiating import PLAN_AGREED
from backend.agreements.reasons import plain, reason_in_words
from backend.agreements.renewing import notices_for
from backend.agreements.repository import deferrals_of
from backend.agreements.schemas import PaymentFacts, Reason
from backend.cases.balances import SumNotKnown
from backend.cases.kinds import CaseStatus
from backend.plans import BrokenRule, Claim, PlanRules, Referral, Uncovered, defer
from backend.plans import Deferral as Allowed
from backend.staff.granting.place import Place
from backend.staff.granting.saying import Voice
from backend.staff.granting.schemas import GrantAnswer, GrantOffer, Leave
from backend.staff.permissions import roles_that_may

Stored = dict[str, Any]


async def reckon_deferral(
    session: AsyncSession, place: Place, until: date | None
) -> tuple[GrantAnswer, list[Stored]]:
    """What may be granted, and the client's own rules that it goes beyond, as they are stored."""
    if place.case.status is CaseStatus.PLAN:
        return _referral(place, PLAN_AGREED)
    try:
        claim = await claim_today(session, place.case, place.client, place.today)
    except SumNotKnown:
        return _referral(place, Uncovered.RATE_UNKNOWN)
    granted = [one.granted_on for one in await deferrals_of(session, place.case.reference)]

    def answered(rules: PlanRules) -> Allowed | Referral:
        return defer(claim, rules, until, on=place.today, granted=granted)

    rules = place.client.rules_on(place.today)
    by_rules = answered(rules)
    beyond = _reasons(by_rules)
    own: Allowed | Referral = by_rules
    for leave, role, wider in _leaves(rules, place.user.role, claim):
        found = answered(wider)
        if leave == "limits":
            own = found
        if isinstance(found, Allowed) and not found.broken:
            needs = role if leave == "role" else None
            return _answer(place, claim, found, leave, needs), beyond
    return _answer(place, claim, own, None, None), beyond


def _leaves(rules: PlanRules, role: str, claim: Claim) -> Iterator[tuple[Leave, str, PlanRules]]:
    """The rules, then as the own role may apply them, then as each other that may approve."""
    yield "rules", role, rules
    yield "limits", role, rules.as_granted_by(role, claim)
    for other in rules.by_hand:
        if other != role and other in roles_that_may("plan.approve"):
            yield "role", other, rules.as_granted_by(other, claim)


def _answer(
    place: Place,
    claim: Claim,
    found: Allowed | Referral,
    leave: Leave | None,
    needs_role: str | None,
) -> GrantAnswer:
    client, language = place.client, place.user.language
    reasons = [
        Reason(text=reason_in_words(one, client, language), **one) for one in _reasons(found)
    ]
    if isinstance(found, Referral):
        return GrantAnswer(outcome="referral", kind="deferral", offers=[], reasons=reasons)
    offer = GrantOffer(
        kind="deferral",
        instalment=claim.balance,
        instalments=1,
        total=claim.balance,
        currency=claim.currency,
        schedule=[PaymentFacts(due=found.until, amount=claim.balance)],
        expires_at=end_of_next_working_day(place.now, client.jurisdiction.bank_days),
    )
    notices = notices_for(place.case, client, "deferral", place.today)
    offer.words = Voice(client, place.conversation.language).deferral(offer, notices)
    return GrantAnswer(
        outcome="counter" if found.broken else "offer",
        kind="deferral",
        offers=[offer],
        reasons=reasons,
        granted_by=leave,
        needs_role=needs_role,
    )


def _referral(place: Place, rule: str) -> tuple[GrantAnswer, list[Stored]]:
    stored: Stored = {"rule": str(rule), "limit": None, "wished": None}
    text = reason_in_words(stored, place.client, place.user.language)
    reason = Reason(text=text, **stored)
    answer = GrantAnswer(outcome="referral", kind="deferral", offers=[], reasons=[reason])
    return answer, [stored]


def _reasons(found: Allowed | Referral) -> list[Stored]:
    if isinstance(found, Referral):
        return [{"rule": found.rule.value, "limit": None, "wished": None}]
    return [_stored(broken) for broken in found.broken]


def _stored(broken: BrokenRule) -> Stored:
    return {
        "rule": broken.rule.value,
        "limit": plain(broken.limit),
        "wished": plain(broken.wished),
    }
