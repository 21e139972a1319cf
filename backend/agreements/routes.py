"""Plan offers, plans and deferrals. For services only."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header
from sqlalchemy.ext.asyncio import AsyncSession

from backend.agreements.accepting import accept
from backend.agreements.deferring import latest_deferral, put_off
from backend.agreements.noting import note_offers
from backend.agreements.offering import offer_plans
from backend.agreements.options import plan_options
from backend.agreements.presenting import plan_facts
from backend.agreements.reasons import language_of_reasons
from backend.agreements.repository import get_offer, get_plan
from backend.agreements.schemas import DeferralWish, OffersFacts, PlanFacts, PlanOptions, Terms
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


@router.post("/cases/{reference}/plan-offers", response_model=OffersFacts)
async def ask_for_offers(
    reference: str,
    terms: Terms,
    house: House,
    accept_language: Annotated[str | None, Header()] = None,
    key: Key = None,
    conversation: NamedConversation = None,
) -> dict[str, Any]:
    """What the client's rules answer to a wish."""

    async def work(session: AsyncSession) -> dict[str, Any]:
        case = await get_case(session, reference)
        note_act(session, "plan.offered", case)
        client = house.clients.get(case.client)
        language = language_of_reasons(accept_language, client)
        now = house.clock.now(client.zone)
        offers = await offer_plans(session, case, client, terms, language, now)
        note_offers(session, await where_named(session, client.id, conversation), client, offers)
        return offers.model_dump(mode="json")

    return await once(house.database, key, f"/api/cases/{reference}/plan-offers", work)


@router.post("/plan-offers/{offer}/accept")
async def accept_offer(
    offer: str, house: House, conversation: NamedConversation = None
) -> PlanFacts:
    """Makes the offer the plan; saying it again changes nothing."""
    async with house.database.transaction() as session:
        offered = await get_offer(session, offer)
        case = await get_case(session, offered.case_reference)
        where = await where_named(session, case.client, conversation)
    client = house.clients.get(case.client)
    plan = await accept(house.database, client, offer, house.clock.now(client.zone), where)
    async with house.database.transaction() as session:
        return await plan_facts(session, plan, case, client)


@router.get("/plans/{plan}")
async def read_plan(plan: str, house: House) -> PlanFacts:
    """A plan and what is paid of it."""
    async with house.database.transaction() as session:
        found = await get_plan(session, plan)
        case = await get_case(session, found.case_reference)
        note_act(session, "case.read", case)
        return await plan_facts(session, found, case, house.clients.get(case.client))


@router.get("/cases/{reference}/deferral")
async def read_deferral(reference: str, house: House) -> dict[str, Any]:
    """The latest day to which all may be put off; null when only a person may say."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        note_act(session, "case.read", case)
        client = house.clients.get(case.client)
        latest = await latest_deferral(session, case, client, house.clock.today(client.zone))
        return {"latest": latest}


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
        today = house.clock.today(client.zone)
        granted = await put_off(session, case, client, until=wish.until, today=today)
        where = await where_named(session, client.id, conversation)
        record(session, "payment_deferred", where, days=(granted.until - today).days)
        return {"until": granted.until.isoformat()}

    return await once(house.database, key, f"/api/cases/{reference}/deferrals", work)
