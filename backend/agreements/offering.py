"""Answering a wish: offers within the client's rules, kept until they expire."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.detailing import detail_of
from backend.agreements.expiring import end_of_next_working_day, end_of_tomorrow
from backend.agreements.models import OfferKind, PlanOffer, PlanRequest
from backend.agreements.negotiating import Answer, answer_to
from backend.agreements.reasons import plain, reason_in_words
from backend.agreements.recording import claim_record, keep_rules, running_record
from backend.agreements.renewing import in_words
from backend.agreements.schemas import (
    OfferDetail,
    OfferFacts,
    OffersFacts,
    PaymentFacts,
    Reason,
)
from backend.agreements.wishes import Wish
from backend.cases.models import Case
from backend.clients import Client
from backend.plans import Plan


async def offers_for(
    session: AsyncSession,
    case: Case,
    client: Client,
    wish: Wish,
    language: str,
    now: datetime,
    *,
    role: str | None = None,
    second: Collection[str] = (),
    made_by: str | None = None,
) -> OffersFacts:
    """Offers, counter-offers or a referral, with reasons in `language`; `now` in the client's zone.

    The staff user `made_by` may go as far beyond the rules as the `role` lets it, and further with
    the yes of a role in `second`. Raises the problem terms-wrong for terms that cannot be meant.
    """
    today = now.date()
    answer = await answer_to(session, case, client, wish, today, role, second)
    request = PlanRequest(
        id=uuid4().hex,
        case_reference=case.reference,
        kind=wish.kind,
        terms=wish.named,
        outcome=answer.outcome,
        reasons=reasons_of(answer),
        rules_version=await keep_rules(session, client),
        asked_on=today,
        claim={} if answer.claim is None else claim_record(answer.claim, case),
        plan_id=wish.plan,
        running=None if answer.running is None else running_record(answer.running),
        role=role,
    )
    session.add(request)
    await session.flush()
    expires_at = _expires_at(client, now, made_by)
    offers = []
    for plan in answer.plans:
        detail = detail_of(plan, answer, wish.kind, case, client, today)
        offers.append(offer_from(plan, detail, request, expires_at, made_by, answer.needs_role))
    session.add_all(offers)
    return OffersFacts(
        outcome=request.outcome.value,
        kind=wish.kind.value,
        offers=[offer_facts(offer, client, language) for offer in offers],
        reasons=reasons_told(request.reasons, client, language),
    )


def offer_facts(offer: PlanOffer, client: Client, language: str) -> OfferFacts:
    """A stored offer as it is told in `language`."""
    schedule = [PaymentFacts.model_validate(payment) for payment in offer.schedule]
    detail = OfferDetail.model_validate(offer.detail)
    detail.notices = [in_words(notice, client, language) for notice in detail.notices]
    return OfferFacts(
        **detail.model_dump(),
        id=offer.id,
        kind=offer.kind.value,
        instalment=offer.instalment,
        instalments=len(schedule),
        total=offer.total,
        currency=offer.currency,
        schedule=schedule,
        first_due=schedule[0].due,
        last_amount=schedule[-1].amount,
        expires_at=offer.expires_at,
        needs_role=offer.needs_role if offer.approved_by is None else None,
    )


def reasons_of(answer: Answer) -> list[dict[str, Any]]:
    """The rules that a wish broke, or that of the referral, as they are stored."""
    if answer.referral is not None:
        return [{"rule": answer.referral, "limit": None, "wished": None}]
    return [
        {
            "rule": broken.rule.value,
            "limit": plain(broken.limit),
            "wished": plain(broken.wished),
            **({} if broken.least is None else {"least": broken.least}),
        }
        for broken in answer.broken
    ]


def reasons_told(reasons: list[dict[str, Any]], client: Client, language: str) -> list[Reason]:
    """Stored reasons, each with its sentence in `language`."""
    return [Reason(text=reason_in_words(one, client, language), **one) for one in reasons]


def _expires_at(client: Client, now: datetime, made_by: str | None) -> datetime:
    if made_by is None:
        return end_of_tomorrow(now)
    return end_of_next_working_day(now, client.jurisdiction.bank_days)


def offer_from(
    plan: Plan,
    detail: OfferDetail,
    request: PlanRequest,
    expires_at: datetime,
    made_by: str | None = None,
    needs_role: str | None = None,
) -> PlanOffer:
    """The plan as an offer that answers the wish."""
    return PlanOffer(
        id=uuid4().hex,
        request_id=request.id,
        case_reference=request.case_reference,
        kind=request.kind or OfferKind.PLAN,
        plan_id=request.plan_id,
        instalment=plan.instalment,
        total=plan.total,
        currency=plan.currency,
        schedule=[
            {"due": payment.due.isoformat(), "amount": payment.amount} for payment in plan.schedule
        ],
        expires_at=expires_at,
        detail=detail.model_dump(mode="json"),
        made_by=made_by,
        needs_role=needs_role,
    )
