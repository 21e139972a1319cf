"""What the assistant made of a message: for rehearsals in a demonstration, never in production."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from backend.conversations.models import Conversation
from backend.conversations.repository import find_message
from backend.conversations.visiting import visitors_conversation
from backend.demo.routes import in_demo_only
from backend.problems import not_found
from backend.services import Services, services

router = APIRouter(dependencies=[Depends(in_demo_only)], include_in_schema=False)


class Inspected(BaseModel):
    """As assistant/channel.py tells it; None while the message has no answer of the assistant."""

    understood: dict[str, Any] | None


@router.get("/demo/conversations/{conversation}/understood/{message}")
async def read_understood(
    message: str,
    theirs: Annotated[Conversation, Depends(visitors_conversation)],
    house: Annotated[Services, Depends(services)],
) -> Inspected:
    """Intent, runners-up, values, language and what acted."""
    async with house.database.transaction() as session:
        found = await find_message(session, theirs.id, message)
    if found is None:
        raise not_found("message")
    return Inspected(understood=found.understood)
