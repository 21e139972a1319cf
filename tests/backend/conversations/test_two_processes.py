"""Two processes of the backend with one database and one Redis, as in production."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
from redis.asyncio import Redis

from backend.app import create_app
from backend.live import conversation_topic, open_live
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor

REDIS = os.environ.get("TEST_REDIS_URL")
pytestmark = pytest.mark.skipif(
    REDIS is None, reason="no Redis on this machine: .ci/run installs it and `make test` starts it"
)


@pytest.fixture
async def processes(house: Services) -> AsyncIterator[list[httpx.AsyncClient]]:
    """A browser at each of two processes."""
    async with Redis.from_url(str(REDIS)) as redis:
        await redis.flushdb()
    async with open_live(REDIS) as one, open_live(REDIS) as other:
        apps = [create_app(replace(house, hub=live.hub), live) for live in (one, other)]
        browsers = [
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")
            for app in apps
        ]
        yield browsers
        for browser in browsers:
            await browser.aclose()


async def test_a_message_sent_to_both_at_once_is_one_turn(
    processes: list[httpx.AsyncClient], rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(processes[0])
    sent = {"id": "m-1", "text": "hej"}
    answers = await asyncio.gather(
        *(
            browser.post(f"{visitor.path}/messages", json=sent, headers=visitor.headers)
            for browser in processes * 3
        )
    )
    assert all(answer.json() == answers[0].json() for answer in answers)
    assert (await visitor.transcript()).count("You said: hej") == 1
    assert len(rasa.asked) == 2


async def test_what_is_said_at_one_is_heard_at_the_other(
    processes: list[httpx.AsyncClient],
) -> None:
    visitor = await Visitor.arrives(processes[0])
    topic = conversation_topic(visitor.id)
    async with open_live(REDIS) as elsewhere, elsewhere.hub.subscribe(topic) as events:
        await visitor.sends("hej")
        heard = [await asyncio.wait_for(anext(events), 5) for _ in range(3)]
    texts = [event["message"]["text"] for event in heard if event["type"] == "message"]
    assert texts == ["hej", "You said: hej"]
