"""Live events within one process."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from backend.live.hub import STAFF_TOPIC, Event, FellBehind
from backend.live.line import PASSING, Line

MOST_WAITING = 200


class Subscription:
    """The events that one subscriber has still to take."""

    def __init__(self, most_waiting: int) -> None:
        # One place more for the word that ends it.
        self._waiting: asyncio.Queue[Event | None] = asyncio.Queue(most_waiting + 1)

    def offer(self, event: Event) -> bool:
        """Adds an event; False when the subscriber is too far behind, which ends it."""
        if self._waiting.qsize() + 1 >= self._waiting.maxsize:
            self.end()
            return False
        self._waiting.put_nowait(event)
        return True

    def end(self) -> None:
        """Makes the subscriber's next step raise FellBehind."""
        while not self._waiting.empty():
            self._waiting.get_nowait()
        self._waiting.put_nowait(None)

    def __aiter__(self) -> "Subscription":
        return self

    async def __anext__(self) -> Event:
        event = await self._waiting.get()
        if event is None:
            raise FellBehind
        return event


class MemoryHub:
    """Hub of one process. A subscriber with `most_waiting` events not taken is dropped."""

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._most_waiting = most_waiting
        self.line = Line()
        self._subscriptions: defaultdict[str, set[Subscription]] = defaultdict(set)

    async def publish(self, topic: str, event: Event) -> None:
        """Tells the event to all who watch the topic now."""
        if topic == STAFF_TOPIC:
            tell = self.line.pass_by if event["type"] in PASSING else self.line.keep
            tell(event)
        for subscription in tuple(self._subscriptions.get(topic, ())):
            if not subscription.offer(event):
                self._leave(topic, subscription)

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[AsyncIterator[Event]]:
        """Events of the topic from now on."""
        subscription = Subscription(self._most_waiting)
        self._subscriptions[topic].add(subscription)
        try:
            yield subscription
        finally:
            self._leave(topic, subscription)

    def drop_all(self) -> None:
        """Makes every subscriber reconnect; for when events may have been missed."""
        for subscriptions in self._subscriptions.values():
            for subscription in subscriptions:
                subscription.end()
        self._subscriptions.clear()

    def _leave(self, topic: str, subscription: Subscription) -> None:
        subscriptions = self._subscriptions.get(topic, set())
        subscriptions.discard(subscription)
        if not subscriptions:
            self._subscriptions.pop(topic, None)
