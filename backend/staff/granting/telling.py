"""Tells staff that an offer of theirs has come further."""

from backend.conversations.models import Conversation
from backend.live import STAFF_TOPIC, Hub


async def tell_grant(hub: Hub, conversation: Conversation) -> None:
    """What was offered in the conversation has changed; whoever looks at it reads it again."""
    event = {"type": "grant", "conversation": conversation.id, "client": conversation.client}
    await hub.publish(STAFF_TOPIC, event)
