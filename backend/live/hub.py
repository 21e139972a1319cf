"""Who has a conversation on the screen hears at once what happens in it."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from backend.live.line import Line

Event = dict[str, Any]

STAFF_TOPIC = "staff"


def conversation_topic(conversation: str) -> str:
    """The topic of one conversation."""
    return f"conversation:{conversation}"


class FellBehind(Exception):
    """A subscriber was too slow and missed events; it is to reconnect and read them."""


class Hub(Protocol):
    """Carries events from whoever causes them to whoever watches.

    What is published for STAFF_TOPIC goes into the `line` of each process, numbered; nobody
    subscribes to it.
    """

    @property
    def line(self) -> Line:
        """What staff are told."""

    async def publish(self, topic: str, event: Event) -> None:
        """Tells the event to all who watch the topic now. Never raises: the database has it too."""

    def subscribe(self, topic: str) -> AbstractAsyncContextManager[AsyncIterator[Event]]:
        """Events of the topic from the moment of entering; the iterator may raise FellBehind."""
