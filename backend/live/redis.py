"""Live events between processes, over Redis publish and subscribe."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from backend.live.hub import Event
from backend.live.memory import MemoryHub

log = structlog.get_logger(__name__)

PREFIX = "sovinto:live:"
RECONNECT_SECONDS = 1.0


class RedisHub:
    """Hub of several processes: each hears all events and hands them to its own subscribers."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._here = MemoryHub()
        self._listening = asyncio.Event()

    async def publish(self, topic: str, event: Event) -> None:
        """Tells the event to all processes. While Redis is away nobody hears it live."""
        try:
            await self._redis.publish(PREFIX + topic, json.dumps(event))
        except RedisError as error:
            log.warning("live event not told", reason=type(error).__name__)

    def subscribe(self, topic: str) -> AbstractAsyncContextManager[AsyncIterator[Event]]:
        """Events of the topic from now on."""
        return self._here.subscribe(topic)

    async def is_listening(self) -> None:
        """Returns when events of other processes arrive here."""
        await self._listening.wait()

    async def listen(self) -> None:
        """Hears events until cancelled; when it has to reconnect, so have all subscribers."""
        while True:
            try:
                await self._hear()
            except (RedisError, OSError) as error:
                log.warning("live events interrupted", reason=type(error).__name__)
            self._listening.clear()
            self._here.drop_all()
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _hear(self) -> None:
        async with self._redis.pubsub() as pubsub:
            await pubsub.psubscribe(f"{PREFIX}*")
            async for heard in pubsub.listen():
                if heard["type"] == "psubscribe":
                    self._listening.set()
                if heard["type"] == "pmessage":
                    topic = heard["channel"].decode().removeprefix(PREFIX)
                    await self._here.publish(topic, json.loads(heard["data"]))
