"""The case API: what is owed, how it is paid, and what lets it rest. For services only."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cases.auditing import note_act
from backend.cases.balance_facts import balance_facts
from backend.cases.booking import book_payment
from backend.cases.charging import book_fee
from backend.cases.disputing import dispute
from backend.cases.facts import case_facts, ledger_facts
from backend.cases.holding import counted_from, hold
from backend.cases.once import once
from backend.cases.paying import payment_card
from backend.cases.repository import get_case, lock_case
from backend.cases.schemas import (
    BalanceFacts,
    BookedPayment,
    CaseFacts,
    ContactWish,
    DisputeWish,
    FeeBooked,
    FeeIn,
    HoldWish,
    Ledger,
    PaymentCard,
    PaymentIn,
)
from backend.clients.booking_days import booked_by
from backend.eventlog import NamedConversation, record, where_named
from backend.identity.service_token import service_token
from backend.services import Services, services

router = APIRouter(prefix="/api/cases/{reference}", dependencies=[Depends(service_token)])
House = Annotated[Services, Depends(services)]
Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]


@router.get("", response_model=CaseFacts)
async def read_case(reference: str, house: House) -> dict[str, Any]:
    """What is owed, by whom and why, and what stops, puts off or pays it."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        note_act(session, "case.read", case)
        today = house.clock.today(house.clients.get(case.client).zone)
        return await case_facts(session, reference, house.clients, today)


@router.get("/balance")
async def read_balance(reference: str, house: House, on: date | None = None) -> BalanceFacts:
    """What is owed today, or on another day."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        note_act(session, "case.read", case)
        client = house.clients.get(case.client)
        return await balance_facts(session, case, client, on or house.clock.today(client.zone))


@router.get("/ledger")
async def read_ledger(reference: str, house: House) -> Ledger:
    """All that was booked."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        note_act(session, "ledger.read", case)
        return await ledger_facts(session, case)


@router.get("/payment")
async def read_payment(
    reference: str,
    house: House,
    amount: Annotated[int | None, Query(gt=0)] = None,
    on: date | None = None,
) -> PaymentCard:
    """How to pay `amount`, or all that is owed on the day `on`, which is today unless it is given."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        note_act(session, "case.read", case)
        client = house.clients.get(case.client)
        today = house.clock.today(client.zone)
        return await payment_card(session, case, client, amount, today, on)


@router.post("/payments", response_model=BookedPayment)
async def take_payment(
    reference: str, payment: PaymentIn, house: House, key: Key = None
) -> dict[str, Any]:
    """Books a payment that has arrived; the same one again is booked once."""

    async def work(session: AsyncSession) -> dict[str, Any]:
        case = await get_case(session, reference)
        client = house.clients.get(case.client)
        today = house.clock.today(client.zone)
        booked = await book_payment(session, client, reference, payment, today)
        note_act(session, "payment.booked", case)
        return booked.model_dump(mode="json")

    route = f"/api/cases/{reference}/payments"
    try:
        return await once(house.database, key, route, work)
    except IntegrityError:
        # The same payment came twice in one moment; the first is there now.
        return await once(house.database, key, route, work)


@router.post("/fees", response_model=FeeBooked)
async def charge_fee(reference: str, fee: FeeIn, house: House, key: Key = None) -> dict[str, Any]:
    """Books a fee that the law allows; the same one again is booked once."""

    async def work(session: AsyncSession) -> dict[str, Any]:
        case = await get_case(session, reference)
        client = house.clients.get(case.client)
        today = house.clock.today(client.zone)
        return (await book_fee(session, client, reference, fee, today)).model_dump(mode="json")

    route = f"/api/cases/{reference}/fees"
    try:
        return await once(house.database, key, route, work)
    except IntegrityError:
        # The same fee came twice in one moment; the first is there now.
        return await once(house.database, key, route, work)


@router.post("/holds")
async def place_hold(
    reference: str, wish: HoldWish, house: House, key: Key = None
) -> dict[str, Any]:
    """Lets the case rest."""

    async def work(session: AsyncSession) -> dict[str, Any]:
        case = await get_case(session, reference)
        note_act(session, "hold.placed", case)
        client = house.clients.get(case.client)
        today = house.clock.today(client.zone)
        # What is ordered for a day soon to come is waited for from that day on.
        rests_from = counted_from(client, wish.reason, wish.paid_on, today)
        how = wish.model_dump(exclude={"paid_on"})
        placed = hold(session, case, client, **how, on=rests_from)
        until = placed.until.isoformat() if placed.until else None
        shows = booked_by(client, wish.paid_on).isoformat() if wish.paid_on else None
        return {"id": placed.id, "reason": placed.reason, "until": until, "booked_by": shows}

    return await once(house.database, key, f"/api/cases/{reference}/holds", work)


@router.post("/disputes")
async def register_dispute(
    reference: str,
    wish: DisputeWish,
    house: House,
    key: Key = None,
    conversation: NamedConversation = None,
) -> dict[str, Any]:
    """Registers an objection, and stops the case until a person has decided."""

    async def work(session: AsyncSession) -> dict[str, Any]:
        case = await lock_case(session, reference)
        note_act(session, "dispute.registered", case)
        client = house.clients.get(case.client)
        today = house.clock.today(client.zone)
        objection = dispute(session, case, client, text=wish.text, on=today)
        record(session, "claim_disputed", await where_named(session, client.id, conversation))
        return {"reference": objection.reference}

    return await once(house.database, key, f"/api/cases/{reference}/disputes", work)


@router.post("/contact", response_model=ContactWish)
async def choose_contact(
    reference: str, wish: ContactWish, house: House, key: Key = None
) -> dict[str, Any]:
    """Notes how the debtor wants to be reached from now on."""

    async def work(session: AsyncSession) -> dict[str, Any]:
        case = await lock_case(session, reference)
        note_act(session, "contact.chosen", case)
        case.debtor.only_in_writing = wish.only_in_writing
        return wish.model_dump()

    return await once(house.database, key, f"/api/cases/{reference}/contact", work)
