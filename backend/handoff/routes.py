"""The handoff route, which the assistant's actions call."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header

from backend.handoff.handing_over import hand_over
from backend.handoff.schemas import HandoffAnswer, HandoffIn
from backend.identity.service_token import service_token
from backend.services import Services, services

router = APIRouter(prefix="/api/conversations", dependencies=[Depends(service_token)])


@router.post("/{conversation}/handoffs")
async def hand_conversation_over(
    conversation: str,
    wanted: HandoffIn,
    house: Annotated[Services, Depends(services)],
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> HandoffAnswer:
    """A person is to look at the conversation; says when."""
    return await hand_over(house, conversation, wanted, idempotency_key)
