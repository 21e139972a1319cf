"""Opens what processes share: in memory, or over Redis when its URL is set."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from redis.asyncio import Redis
from starlette.requests import HTTPConnection

from backend.live.hub import Hub
from backend.live.limits import Limit, Limits, MemoryLimits, RedisLimits
from backend.live.locks import Locks, MemoryLocks, RedisLocks
from backend.live.memory import MemoryHub
from backend.live.redis import RedisHub


@dataclass(frozen=True)
class Live:
    """Events, locks and counts of this application."""

    hub: Hub
    locks: Locks
    limits: Limits

    @classmethod
    def in_memory(cls, limits: Mapping[str, Limit] | None = None) -> "Live":
        """For one process."""
        return cls(MemoryHub(), MemoryLocks(), MemoryLimits(limits))


@asynccontextmanager
async def open_live(
    redis_url: str | None, limits: Mapping[str, Limit] | None = None
) -> AsyncIterator[Live]:
    """What the application shares, for as long as it runs; `limits` instead of limits.yaml's."""
    if redis_url is None:
        yield Live.in_memory(limits)
        return
    async with Redis.from_url(redis_url) as redis:
        hub = RedisHub(redis)
        listening = asyncio.create_task(hub.listen())
        try:
            await hub.is_listening()
            yield Live(hub, RedisLocks(redis), RedisLimits(redis, limits))
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


async def live(connection: HTTPConnection) -> Live:
    """FastAPI dependency: what the application shares."""
    found: Live = connection.app.state.live
    return found
