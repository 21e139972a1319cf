"""What processes share: in memory always, and over Redis where TEST_REDIS_URL says."""

import os
from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from backend.live import Live, open_live

REDIS = os.environ.get("TEST_REDIS_URL")
KINDS = ["memory", *(["redis"] if REDIS else [])]


@pytest.fixture(params=KINDS)
async def live(request: pytest.FixtureRequest) -> AsyncIterator[Live]:
    """Empty, as at the start of an application."""
    url = REDIS if request.param == "redis" else None
    if url is not None:
        async with Redis.from_url(url) as redis:
            await redis.flushdb()
    async with open_live(url) as opened:
        yield opened
