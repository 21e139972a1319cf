"""The route by which the console asks what was done, before a conversation is ended."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.closing.schemas import Ending
from backend.closing.summing_up import show_ending
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(prefix="/api/staff", dependencies=[Depends(from_the_console)])
Agent = Annotated[StaffUser, Depends(allowed_to("queue.work"))]


@router.get("/conversations/{conversation}/ending")
async def read_ending(conversation: str, me: Agent, house: House) -> Ending:
    """What was done here."""
    return await show_ending(house, me, conversation)
