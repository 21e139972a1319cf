"""The routes of what is done with a press, and of the rests of a case."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.conversations.body_limit import LimitedBodyRoute
from backend.macros.holding import place_hold
from backend.macros.lifting import lift_hold
from backend.macros.offering import show_macros
from backend.macros.paying import send_payment_details
from backend.macros.schemas import HoldIn, LiftIn, Macros, SayIn
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.schemas import StaffMessage
from backend.staff.signed_in import House, from_the_console

router = APIRouter(
    prefix="/api/staff/conversations/{conversation}",
    route_class=LimitedBodyRoute,
    dependencies=[Depends(from_the_console)],
)
Agent = Annotated[StaffUser, Depends(allowed_to("queue.work"))]
Holding = Annotated[StaffUser, Depends(allowed_to("hold.place"))]
Lifting = Annotated[StaffUser, Depends(allowed_to("hold.lift"))]


@router.get("/macros")
async def read_macros(conversation: str, me: Agent, house: House) -> Macros:
    """What I may do here with a press, and what rests the case."""
    return await show_macros(house, me, conversation)


@router.post("/payment-details")
async def say_payment_details(
    conversation: str, wish: SayIn, me: Agent, house: House
) -> StaffMessage:
    """Says how to pay, with the card."""
    return await send_payment_details(house, me, conversation, wish.id)


@router.post("/holds", status_code=204)
async def let_rest(conversation: str, wish: HoldIn, me: Holding, house: House) -> None:
    """The case rests."""
    await place_hold(house, me, conversation, wish)


@router.post("/holds/{hold}/lift", status_code=204)
async def end_rest(conversation: str, hold: str, how: LiftIn, me: Lifting, house: House) -> None:
    """The case rests for this no more."""
    await lift_hold(house, me, conversation, hold, how)
