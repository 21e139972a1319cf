"""The route of canned replies."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.replies.listing import list_replies
from backend.replies.schemas import Replies
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(prefix="/api/staff", dependencies=[Depends(from_the_console)])
Agent = Annotated[StaffUser, Depends(allowed_to("queue.work"))]


@router.get("/conversations/{conversation}/replies")
async def read_replies(conversation: str, me: Agent, house: House) -> Replies:
    """The replies for the conversation, filled in."""
    return await list_replies(house, me, conversation)
