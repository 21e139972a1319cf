"""The routes of the demonstration's bank."""

from typing import Annotated
from urllib.parse import parse_qs
from uuid import uuid4

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from backend.cases.booking import book_payment
from backend.cases.repository import get_case
from backend.cases.schemas import PaymentIn
from backend.conversations.body_limit import LimitedBodyRoute
from backend.demo.bank_page import bank_page, minor_amount
from backend.services import Services, services

router = APIRouter(route_class=LimitedBodyRoute)
House = Annotated[Services, Depends(services)]


@router.get("/demo/bank")
async def read_bank(house: House, case: str | None = None) -> HTMLResponse:
    """The cases, and one of them."""
    return HTMLResponse(await bank_page(house, case), headers={"Cache-Control": "no-store"})


@router.post("/demo/bank")
async def pay_at_bank(request: Request, house: House) -> RedirectResponse:
    """Books a payment of today, and shows the case again."""
    form = parse_qs((await request.body()).decode("utf-8", errors="replace"))
    reference, typed = (form.get(name, [""])[0] for name in ("case", "amount"))
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        client = house.clients.get(case.client)
        today = house.clock.today(client.zone)
        amount = minor_amount(typed, client.jurisdiction.minor_digits)
        payment = PaymentIn(id=f"demo-{uuid4().hex}", amount=amount, paid_on=today)
        await book_payment(session, client, reference, payment, today)
    return RedirectResponse(f"/demo/bank?case={case.reference}", status_code=303)
