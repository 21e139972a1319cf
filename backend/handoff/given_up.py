"""A message that the assistant could not answer, however often it was asked, reaches a person."""

from backend.conversations.models import Conversation, Turn
from backend.handoff.handing_over import hand_over
from backend.handoff.schemas import HandoffIn
from backend.services import Services


async def reach_a_person(house: Services, conversation: Conversation, turn: Turn) -> None:
    """Registers a handoff for the turn; the same turn again changes nothing."""
    wanted = HandoffIn(reason="technical", wish=turn.text)
    await hand_over(house, conversation.id, wanted, key=f"{turn.id}:technical")
