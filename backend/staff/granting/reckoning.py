"""What may be agreed, and who lets it be: the same rules and the same arithmetic as for everybody."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.models import OfferKind, RequestOutcome
from backend.agreements.negotiating import answer_to
from backend.agreements.offering import offers_for, reasons_of
from backend.agreements.renewing import in_words
from backend.agreements.repository import running_plan_of
from backend.agreements.schemas import OfferFacts
from backend.agreements.wishes import Wish
from backend.conversations.refusing import refusal
from backend.services import Services
from backend.staff.granting.deferring import reckon_deferral
from backend.staff.granting.place import Place
from backend.staff.granting.saying import Voice
from backend.staff.granting.schemas import (
    DeferralWish,
    GrantAnswer,
    GrantOffer,
    Leave,
    WishIn,
)
from backend.staff.permissions import roles_that_may

_OF_A_PLAN = (OfferKind.CHANGE, OfferKind.PAUSE)
#: What may take the place of a plan that runs.
_INSTEAD = (*_OF_A_PLAN, OfferKind.SETTLEMENT)


@dataclass(frozen=True)
class Reckoned:
    """The answer; `beyond` are the client's own rules that it goes beyond, as they are stored."""

    answer: GrantAnswer
    beyond: list[dict[str, Any]]


async def reckon(session: AsyncSession, house: Services, place: Place, wish: WishIn) -> Reckoned:
    """What the rules, and then the limits of people, answer to the wish, in the user's language.

    Its offers are written in the transaction. Raises the problems no-plan-runs and terms-wrong.
    """
    if isinstance(wish, DeferralWish):
        return Reckoned(*await reckon_deferral(session, place, wish.terms.until))
    kind = OfferKind(wish.kind)
    asked = Wish(kind, wish.terms, await _plan(session, house, place, kind))
    case, client, user = place.case, place.client, place.user
    by_rules = await answer_to(session, case, client, asked, place.today)
    found = await offers_for(
        session,
        case,
        client,
        asked,
        user.language,
        place.now,
        role=user.role,
        second=roles_that_may("plan.approve"),
        made_by=user.id,
    )
    needs_role = found.offers[0].needs_role if found.offers else None
    answer = GrantAnswer(
        outcome=found.outcome,
        kind=found.kind,
        offers=[_told(offer, place, ends_plan=asked.plan is not None) for offer in found.offers],
        reasons=found.reasons,
        granted_by=_leave(found.outcome, by_rules.outcome, needs_role),
        needs_role=needs_role,
    )
    return Reckoned(answer, reasons_of(by_rules))


async def _plan(
    session: AsyncSession, house: Services, place: Place, kind: OfferKind
) -> str | None:
    """The plan whose place it takes."""
    if kind not in _INSTEAD:
        return None
    plan = await running_plan_of(session, place.case.reference)
    if plan is None and kind in _OF_A_PLAN:
        raise refusal(house, place.user.language, 409, "no-plan-runs")
    return None if plan is None else plan.id


def _leave(outcome: str, by_rules: RequestOutcome, needs_role: str | None) -> Leave | None:
    if outcome != RequestOutcome.OFFER:
        return None
    if needs_role is not None:
        return "role"
    return "rules" if by_rules is RequestOutcome.OFFER else "limits"


def _told(offer: OfferFacts, place: Place, *, ends_plan: bool) -> GrantOffer:
    """The offer with the words for the debtor, in the conversation's language."""
    voice = Voice(place.client, place.conversation.language)
    said = offer.model_copy(
        update={"notices": [in_words(one, place.client, voice.language) for one in offer.notices]}
    )
    kept = offer.model_dump(include=set(GrantOffer.model_fields))
    return GrantOffer(**kept, words=voice.offer(said, ends_plan=ends_plan))
