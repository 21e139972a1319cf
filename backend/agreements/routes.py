"""Plan offers, plans and deferrals. For services only."""

from datetime import date, datetime, time
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.accepting import Yes, accept
from backend.agreements.asking import Asked, AskedLanguage
from backend.agreements.deferring import latest_deferral, nearest_deferral, put_off
from backend.agreements.evidence import said_since
from backend.agreements.models import OfferKind
from backend.agreements.options import plan_options
from backend.agreements.payment_order import payment_order
from backend.agreements.presenting import plan_facts
from backend.agreements.reasons import language_of_reasons
from backend.agreements.renewing import in_words, notices_for
from backend.agreements.repository import get_offer, get_plan
from backend.agreements.schemas import (
    Acceptance,
    DeferralFacts,
    DeferralWish,
    OffersFacts,
    PauseTerms,
    PaymentOrder,
    PlanFacts,
    PlanOptions,
    SettlementTerms,
    Terms,
)
from backend.agreements.undoing import undo
from backend.agreements.wishes import Wish
from backend.cases.auditing import note_act
from backend.cases.once import once
from backend.cases.repository import get_case, lock_case
from backend.eventlog import NamedConversation, record, where_named
from backend.identity.service_token import service_token
from backend.services import Services, services

router = APIRouter(prefix="/api", dependencies=[Depends(service_token)])
House = Annotated[Services, Depends(services)]
Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]


@router.get("/cases/{reference}/plan-options")
async def read_plan_options(reference: str, house: House) -> PlanOptions:
    """What the rules allow for this case, with examples."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        note_act(session, "case.read", case)
        client = house.clients.get(case.client)
        return await plan_options(session, case, client, house.clock.today(client.zone))


@router.get("/cases/{reference}/payment-order")
async def read_payment_order(reference: str, house: House) -> PaymentOrder:
    """The debtor's cases that are to be paid, in the order that costs least."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        note_act(session, "case.read", case)
        client = house.clients.get(case.client)
        return await payment_order(session, case, client, house.clock.today(client.zone))


@router.post("/cases/{reference}/plan-offers", response_model=OffersFacts)
async def ask_for_offers(reference: str, terms: Terms, asked: Asked) -> dict[str, Any]:
    """What the client's rules answer to a wish for a plan."""
    wish = Wish(OfferKind.PLAN, terms)
    return await asked.answer(reference, wish, f"/api/cases/{reference}/plan-offers")


@router.post("/cases/{reference}/joint-offers", response_model=OffersFacts)
async def ask_for_joint_offers(reference: str, terms: Terms, asked: Asked) -> dict[str, Any]:
    """What the client's rules answer to a wish for one plan over all of the debtor's cases."""
    return await asked.answer_about_all(reference, terms, f"/api/cases/{reference}/joint-offers")


@router.post("/cases/{reference}/settlement-offers", response_model=OffersFacts)
async def ask_for_settlement(
    reference: str, terms: SettlementTerms, asked: Asked
) -> dict[str, Any]:
    """What the client's rules answer to a part for all."""
    wish = Wish(OfferKind.SETTLEMENT, terms)
    return await asked.answer(reference, wish, f"/api/cases/{reference}/settlement-offers")


@router.post("/plans/{plan}/change-offers", response_model=OffersFacts)
async def ask_for_change(plan: str, terms: Terms, asked: Asked) -> dict[str, Any]:
    """What the client's rules answer to another day or sum in a plan that runs."""
    wish = Wish(OfferKind.CHANGE, terms, plan)
    return await asked.answer_about_plan(wish, f"/api/plans/{plan}/change-offers")


@router.post("/plans/{plan}/pause-offers", response_model=OffersFacts)
async def ask_for_pause(plan: str, terms: PauseTerms, asked: Asked) -> dict[str, Any]:
    """What the client's rules answer to skipping instalments of a plan that runs."""
    wish = Wish(OfferKind.PAUSE, terms, plan)
    return await asked.answer_about_plan(wish, f"/api/plans/{plan}/pause-offers")


@router.post("/plan-offers/{offer}/accept")
async def accept_offer(
    offer: str,
    house: House,
    acceptance: Acceptance | None = None,
    conversation: NamedConversation = None,
) -> PlanFacts:
    """Makes the offer the plan; saying it again changes nothing."""
    async with house.database.transaction() as session:
        offered = await get_offer(session, offer)
        case = await get_case(session, offered.case_reference)
        where = await where_named(session, case.client, conversation)
    client = house.clients.get(case.client)
    now = house.clock.now(client.zone)
    said = acceptance or Acceptance()
    yes = Yes(where, said.shown, case=said.case, named=conversation)
    plan = await accept(house.database, client, offer, now, yes)
    async with house.database.transaction() as session:
        return await plan_facts(session, plan, case, client, now.date())


@router.post("/plans/{plan}/undo")
async def undo_plan(plan: str, house: House, conversation: NamedConversation = None) -> PlanFacts:
    """Undoes the plan within the client's days; saying it again changes nothing."""
    async with house.database.transaction() as session:
        found = await get_plan(session, plan)
        case = await get_case(session, found.case_reference)
        client = house.clients.get(case.client)
        today = house.clock.today(client.zone)
        undone = await undo(session, plan, today)
        for one in undone:
            note_act(session, "plan.undone", await get_case(session, one.case_reference))
        if undone:
            record(session, "plan_undone", await where_named(session, client.id, conversation))
        await session.flush()
        return await plan_facts(session, found, case, client, today)


@router.get("/plans/{plan}")
async def read_plan(plan: str, house: House) -> PlanFacts:
    """A plan and what is paid of it."""
    async with house.database.transaction() as session:
        found = await get_plan(session, plan)
        case = await get_case(session, found.case_reference)
        note_act(session, "case.read", case)
        client = house.clients.get(case.client)
        return await plan_facts(session, found, case, client, house.clock.today(client.zone))


@router.get("/cases/{reference}/deferral")
async def read_deferral(
    reference: str,
    house: House,
    until: date | None = None,
    accept_language: AskedLanguage = None,
) -> DeferralFacts:
    """The latest day to which all may be put off, the nearest to `until`, the one wished, and what
    must be said before the yes.
    """
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        note_act(session, "case.read", case)
        client = house.clients.get(case.client)
        today = house.clock.today(client.zone)
        latest = await latest_deferral(session, case, client, today)
        if latest is None:
            return DeferralFacts(latest=None)
        language = language_of_reasons(accept_language, client)
        notices = notices_for(case, client, "deferral", today)
        return DeferralFacts(
            latest=latest,
            until=until and await nearest_deferral(session, case, client, until, today),
            notices=[in_words(notice, client, language) for notice in notices],
        )


@router.post("/cases/{reference}/deferrals")
async def defer_payment(
    reference: str,
    wish: DeferralWish,
    house: House,
    key: Key = None,
    conversation: NamedConversation = None,
) -> dict[str, Any]:
    """Puts all of the payment off."""

    async def work(session: AsyncSession) -> dict[str, Any]:
        case = await lock_case(session, reference)
        note_act(session, "payment.deferred", case)
        client = house.clients.get(case.client)
        now = house.clock.now(client.zone)
        today = now.date()
        where = await where_named(session, client.id, conversation)
        said_in, shown = where.conversation, wish.shown
        if shown is None and said_in is not None:
            morning = datetime.combine(today, time.min, tzinfo=now.tzinfo)
            shown = await said_since(session, said_in, [case.reference], morning)
        granted = await put_off(
            session, case, client, until=wish.until, today=today, shown=shown, conversation=said_in
        )
        record(session, "payment_deferred", where, days=(granted.until - today).days)
        return {"until": granted.until.isoformat()}

    return await once(house.database, key, f"/api/cases/{reference}/deferrals", work)
