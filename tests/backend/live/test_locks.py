"""Locks, in memory and over Redis."""

import asyncio
import os

import pytest
from redis.asyncio import Redis

from backend.live import Live
from backend.live.locks import RedisLocks

REDIS = os.environ.get("TEST_REDIS_URL")


async def test_the_same_name_is_held_by_one_at_a_time(live: Live) -> None:
    inside = most_inside = 0

    async def work() -> None:
        nonlocal inside, most_inside
        async with live.locks.hold("c1"):
            inside += 1
            most_inside = max(inside, most_inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(work() for _ in range(10)))
    assert most_inside == 1


async def test_different_names_do_not_wait_for_each_other(live: Live) -> None:
    async with live.locks.hold("c1"), asyncio.timeout(2), live.locks.hold("c2"):
        assert await live.locks.is_held("c1")
        assert await live.locks.is_held("c2")


async def test_a_lock_is_free_again_after_an_error(live: Live) -> None:
    with pytest.raises(ValueError, match="broken"):
        async with live.locks.hold("c1"):
            raise ValueError("broken")
    assert not await live.locks.is_held("c1")


@pytest.mark.skipif(
    REDIS is None, reason="no Redis on this machine: .ci/run installs it and `make test` starts it"
)
async def test_the_lock_of_a_process_that_died_is_free_after_its_lease() -> None:
    async with Redis.from_url(str(REDIS)) as redis:
        await redis.flushdb()
        await redis.lock("sovinto:lock:c1", timeout=0.2).acquire()
        async with asyncio.timeout(5), RedisLocks(redis).hold("c1"):
            pass


@pytest.mark.skipif(
    REDIS is None, reason="no Redis on this machine: .ci/run installs it and `make test` starts it"
)
async def test_a_lock_is_kept_for_longer_than_its_lease_while_its_holder_lives() -> None:
    async with Redis.from_url(str(REDIS)) as redis:
        await redis.flushdb()
        locks = RedisLocks(redis, lease_seconds=0.15)
        async with locks.hold("c1"):
            loop = asyncio.get_running_loop()
            until = loop.time() + 0.6
            while loop.time() < until:
                assert await locks.is_held("c1")
                await asyncio.sleep(0.02)
