"""Answering a wish for a plan: offers within the client's rules, kept until they expire."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.claims import claim_today
from backend.agreements.models import PlanOffer, PlanRequest
from backend.agreements.negotiating import Answer, answer_to
from backend.agreements.reasons import plain, reason_in_words
from backend.agreements.schemas import OfferFacts, OffersFacts, PaymentFacts, Reason, Terms
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import Plan, Proposal
from backend.problems import Problem

_LAST_SECOND = time(23, 59, 59)


async def offer_plans(
    session: AsyncSession, case: Case, client: Client, terms: Terms, language: str, now: datetime
) -> OffersFacts:
    """Offers, counter-offers or a referral, with reasons in `language`; `now` in the client's zone.

    Raises the problems terms-wrong for terms that cannot be meant, and sum-not-known.
    """
    claim = await claim_today(session, case, client, now.date())
    answer = answer_to(_proposal(terms), case, claim, client, now.date())
    request = PlanRequest(
        id=uuid4().hex,
        case_reference=case.reference,
        terms=terms.model_dump(mode="json", exclude_none=True),
        outcome=answer.outcome,
        reasons=_reasons(answer),
        rules_version=client.rules_version,
    )
    session.add(request)
    await session.flush()
    offers = [_stored_offer(plan, request, now) for plan in answer.plans]
    session.add_all(offers)
    return OffersFacts(
        outcome=request.outcome.value,
        offers=[_offer_facts(offer) for offer in offers],
        reasons=[
            Reason(text=reason_in_words(reason, client, language), **reason)
            for reason in request.reasons
        ],
    )


def _proposal(terms: Terms) -> Proposal:
    try:
        return Proposal(**terms.model_dump())
    except ValueError as error:
        raise Problem(422, "terms-wrong", f"Please correct: {error}.") from error


def _reasons(answer: Answer) -> list[dict[str, Any]]:
    if answer.referral is not None:
        return [{"rule": answer.referral, "limit": None, "wished": None}]
    return [
        {"rule": broken.rule.value, "limit": plain(broken.limit), "wished": plain(broken.wished)}
        for broken in answer.broken
    ]


def _stored_offer(plan: Plan, request: PlanRequest, now: datetime) -> PlanOffer:
    tomorrow = now.date() + timedelta(days=1)
    return PlanOffer(
        id=uuid4().hex,
        request_id=request.id,
        case_reference=request.case_reference,
        instalment=plan.instalment,
        total=plan.total,
        currency=plan.currency,
        schedule=[
            {"due": payment.due.isoformat(), "amount": payment.amount} for payment in plan.schedule
        ],
        expires_at=datetime.combine(tomorrow, _LAST_SECOND, tzinfo=now.tzinfo),
    )


def _offer_facts(offer: PlanOffer) -> OfferFacts:
    schedule = [PaymentFacts.model_validate(payment) for payment in offer.schedule]
    return OfferFacts(
        id=offer.id,
        instalment=offer.instalment,
        instalments=len(schedule),
        total=offer.total,
        currency=offer.currency,
        schedule=schedule,
        first_due=schedule[0].due,
        last_amount=schedule[-1].amount,
        expires_at=offer.expires_at,
    )
