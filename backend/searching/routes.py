"""The routes of searching. What is searched for names people, so it comes as a body."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.conversations.body_limit import LimitedBodyRoute
from backend.live import Live, live
from backend.searching.history import show_history
from backend.searching.schemas import History, Page, SearchIn
from backend.searching.searching import search
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(
    prefix="/api/staff", route_class=LimitedBodyRoute, dependencies=[Depends(from_the_console)]
)
Agent = Annotated[StaffUser, Depends(allowed_to("queue.work"))]


@router.post("/search")
async def search_conversations(
    wanted: SearchIn, me: Agent, house: House, shared: Annotated[Live, Depends(live)]
) -> Page:
    """Conversations that hold the words."""
    return await search(house, shared, me, wanted)


@router.get("/conversations/{conversation}/history")
async def read_history(conversation: str, me: Agent, house: House) -> History:
    """The debtor's other conversations."""
    return await show_history(house, me, conversation)
