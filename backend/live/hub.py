"""Who has a conversation on the screen hears at once what happens in it."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

Event = dict[str, Any]

STAFF_TOPIC = "staff"


def conversation_topic(conversation: str) -> str:
    """The topic of one conversation."""
    return f"conversation:{conversation}"


class FellBehind(Exception):
    """A subscriber was too slow and missed events; it is to reconnect and read them."""


class Hub(Protocol):
    """Carries events from whoever causes them to whoever watches."""

    async def publish(self, topic: str, event: Event) -> None:
        """Tells the event to all who watch the topic now. Never raises: the database has it too."""

    def subscribe(self, topic: str) -> AbstractAsyncContextManager[AsyncIterator[Event]]:
        """Events of the topic from the moment of entering; the iterator may raise FellBehind."""
