"""One at a time: a conversation's turns run in order, also when several processes have it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Protocol
from weakref import WeakValueDictionary

from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.exceptions import LockError

LEASE_SECONDS = 20.0


class Locks(Protocol):
    """Named locks. They keep order; that nothing is done twice is the database's task."""

    def hold(self, name: str) -> AbstractAsyncContextManager[None]:
        """Waits until nobody else holds the name."""

    async def is_held(self, name: str) -> bool:
        """True while somebody holds the name."""


class MemoryLocks:
    """Locks of one process."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, name: str) -> AsyncIterator[None]:
        """Waits until nobody else holds the name."""
        lock = self._locks.setdefault(name, asyncio.Lock())
        async with lock:
            yield

    async def is_held(self, name: str) -> bool:
        """True while somebody holds the name."""
        lock = self._locks.get(name)
        return lock is not None and lock.locked()


class RedisLocks:
    """Locks of several processes: a lease that is renewed while its holder lives."""

    def __init__(self, redis: Redis, lease_seconds: float = LEASE_SECONDS) -> None:
        self._redis = redis
        self._lease_seconds = lease_seconds

    @asynccontextmanager
    async def hold(self, name: str) -> AsyncIterator[None]:
        """Waits until nobody else holds the name, or its holder has died."""
        lock = self._lock(name)
        await lock.acquire()
        renewing = asyncio.create_task(self._renew(lock))
        try:
            yield
        finally:
            renewing.cancel()
            with suppress(LockError):  # the lease ran out; somebody else may hold it now
                await lock.release()

    async def is_held(self, name: str) -> bool:
        """True while somebody holds the name."""
        return await self._lock(name).locked()

    def _lock(self, name: str) -> Lock:
        return self._redis.lock(f"sovinto:lock:{name}", timeout=self._lease_seconds, sleep=0.02)

    async def _renew(self, lock: Lock) -> None:
        with suppress(LockError):
            while True:
                await asyncio.sleep(self._lease_seconds / 3)
                await lock.reacquire()
