"""What watchers of a conversation are told: the debtor's pages, and staff when it is theirs too."""

from collections.abc import Iterable

from backend.conversations.models import Conversation, Message
from backend.conversations.schemas import MessageOut
from backend.live import STAFF_TOPIC, Event, Hub, conversation_topic


async def tell_messages(hub: Hub, conversation: Conversation, messages: Iterable[Message]) -> None:
    """Shows what was said to all who watch."""
    for message in messages:
        shown = MessageOut.of(message).model_dump(mode="json")
        await _tell(hub, conversation, {"type": "message", "message": shown})


async def tell_mode(hub: Hub, conversation: Conversation) -> None:
    """Tells who answers from now on; the staff's lists have changed with it."""
    await _tell(hub, conversation, {"type": "mode", "mode": conversation.mode})
    await tell_queue(hub, conversation)


async def tell_language(hub: Hub, conversation: Conversation) -> None:
    """Tells the debtor's pages in which language it goes on."""
    event = {"type": "language", "language": conversation.language}
    await hub.publish(conversation_topic(conversation.id), event)


async def tell_typing_to_debtor(hub: Hub, conversation: str, sender: str) -> None:
    """Tells the debtor's pages that an answer is on its way."""
    await hub.publish(conversation_topic(conversation), {"type": "typing", "sender": sender})


async def tell_typing_to_staff(hub: Hub, conversation: Conversation) -> None:
    """Tells staff that the debtor is writing."""
    if conversation.handed_over:
        event = {"type": "typing", "sender": "debtor"}
        await hub.publish(STAFF_TOPIC, _for_staff(conversation, event))


async def tell_colleagues_typing(hub: Hub, conversation: Conversation, user: str) -> None:
    """Tells whoever looks on that the one who has the conversation is writing."""
    event = {"type": "typing", "sender": "agent", "not_for": user}
    await hub.publish(STAFF_TOPIC, _for_staff(conversation, event))


async def tell_delivery(
    hub: Hub, conversation: Conversation, message: str, undelivered: Event | None
) -> None:
    """Tells staff how a message of theirs fares on its way to the debtor; None: it has gone out."""
    if conversation.handed_over:
        event = {"type": "delivery", "message": message, "undelivered": undelivered}
        await hub.publish(STAFF_TOPIC, _for_staff(conversation, event))


async def tell_queue(hub: Hub, conversation: Conversation) -> None:
    """Tells staff that what their lists show of the conversation has changed."""
    if conversation.handed_over:
        await hub.publish(STAFF_TOPIC, _for_staff(conversation, {"type": "queue"}))


async def _tell(hub: Hub, conversation: Conversation, event: Event) -> None:
    await hub.publish(conversation_topic(conversation.id), event)
    if conversation.handed_over:
        await hub.publish(STAFF_TOPIC, _for_staff(conversation, event))


def _for_staff(conversation: Conversation, event: Event) -> Event:
    # The client and who has it decide which staff hear it; their socket does not pass that on.
    about = {"client": conversation.client, "agent": conversation.agent}
    return {**event, **about, "conversation": conversation.id}
