"""The routes by which people agree something with a debtor, and approve what others would grant."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.agreements.schemas import PlanFacts
from backend.conversations.body_limit import LimitedBodyRoute
from backend.staff.granting.agreeing import agree_by_phone
from backend.staff.granting.approving import decide, list_approvals, list_waiting
from backend.staff.granting.making import look, make
from backend.staff.granting.schemas import (
    Approvals,
    Decision,
    GrantAnswer,
    GrantOut,
    Waiting,
    WishIn,
)
from backend.staff.granting.sending import send
from backend.staff.granting.undoing import undo_for_debtor
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.schemas import StaffMessage
from backend.staff.signed_in import House, from_the_console

router = APIRouter(
    prefix="/api/staff", route_class=LimitedBodyRoute, dependencies=[Depends(from_the_console)]
)
Offering = Annotated[StaffUser, Depends(allowed_to("plan.offer"))]
Approving = Annotated[StaffUser, Depends(allowed_to("plan.approve"))]


@router.post("/conversations/{conversation}/plan-offers")
async def ask_for_offers(
    conversation: str, wish: WishIn, me: Offering, house: House
) -> GrantAnswer:
    """What may be agreed; with `keep`, the offer that was looked at is made."""
    return await (look if wish.keep is None else make)(house, me, conversation, wish)


@router.post("/plan-offers/{offer}/send")
async def send_offer(offer: str, me: Offering, house: House) -> StaffMessage:
    """Says the offer in the conversation."""
    return await send(house, me, offer)


@router.post("/plan-offers/{offer}/accept")
async def agree_offer(offer: str, me: Offering, house: House) -> GrantOut:
    """The debtor has said yes on the phone."""
    return await agree_by_phone(house, me, offer)


@router.post("/conversations/{conversation}/plans/{plan}/undo")
async def undo_agreement(conversation: str, plan: str, me: Offering, house: House) -> PlanFacts:
    """The debtor has changed their mind in time."""
    return await undo_for_debtor(house, me, conversation, plan)


@router.get("/approvals")
async def read_approvals(me: Approving, house: House) -> Approvals:
    """What waits for my yes."""
    return await list_approvals(house, me)


@router.get("/approvals/waiting")
async def read_waiting(me: Approving, house: House) -> Waiting:
    """How much waits for my yes, without what it is."""
    return await list_waiting(house, me)


@router.post("/approvals/{offer}", status_code=204)
async def decide_approval(offer: str, decision: Decision, me: Approving, house: House) -> None:
    """My yes or no."""
    await decide(house, me, offer, decision)
