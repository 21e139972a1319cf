"""The route by which staff write notes; they are read with the conversation."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.conversations.body_limit import LimitedBodyRoute
from backend.notes.noting import note_down
from backend.notes.schemas import NoteIn, NoteOut
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, from_the_console

router = APIRouter(
    prefix="/api/staff", route_class=LimitedBodyRoute, dependencies=[Depends(from_the_console)]
)
Agent = Annotated[StaffUser, Depends(allowed_to("queue.work"))]


@router.post("/conversations/{conversation}/notes")
async def write_note(conversation: str, written: NoteIn, me: Agent, house: House) -> NoteOut:
    """Writes a note for colleagues."""
    return await note_down(house, me, conversation, written)
