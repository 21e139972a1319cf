"""Tells the desk what became of what a person wrote."""

from sqlalchemy import select

from backend.channels.undelivered import undelivered
from backend.conversations import events
from backend.conversations.models import Message
from backend.conversations.repository import get_conversation
from backend.services import Services


async def tell_staff(house: Services, conversation: str, seq: int) -> None:
    """Whether the message has reached the debtor; of what no person wrote nothing is told."""
    said = select(Message).where(Message.conversation_id == conversation, Message.seq == seq)
    async with house.database.transaction() as session:
        message = await session.scalar(said)
        if message is None or message.sender != "agent":
            return
        now = await get_conversation(session, conversation)
        how = (await undelivered(session, conversation, [message])).get(message.id)
    shown = how.model_dump() if how else None
    await events.tell_delivery(house.hub, now, message.id, shown)
