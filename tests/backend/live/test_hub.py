"""Live events, in memory and over Redis."""

import asyncio

import pytest

from backend.live import FellBehind, Live, conversation_topic
from backend.live.memory import MOST_WAITING, MemoryHub

TOPIC = conversation_topic("c1")


async def test_who_watches_a_topic_hears_its_events_in_order(live: Live) -> None:
    async with live.hub.subscribe(TOPIC) as events:
        for number in range(3):
            await live.hub.publish(TOPIC, {"number": number})
        heard = [await asyncio.wait_for(anext(events), 2) for _ in range(3)]
    assert [event["number"] for event in heard] == [0, 1, 2]


async def test_each_watcher_hears_each_event(live: Live) -> None:
    async with live.hub.subscribe(TOPIC) as first, live.hub.subscribe(TOPIC) as second:
        await live.hub.publish(TOPIC, {"type": "mode"})
        assert await asyncio.wait_for(anext(first), 2) == {"type": "mode"}
        assert await asyncio.wait_for(anext(second), 2) == {"type": "mode"}


async def test_events_of_another_conversation_are_not_heard(live: Live) -> None:
    async with live.hub.subscribe(TOPIC) as events:
        await live.hub.publish(conversation_topic("c2"), {"of": "c2"})
        await live.hub.publish(TOPIC, {"of": "c1"})
        assert await asyncio.wait_for(anext(events), 2) == {"of": "c1"}


async def test_a_slow_watcher_is_dropped_and_others_go_on() -> None:
    hub = MemoryHub()
    async with hub.subscribe(TOPIC) as slow, hub.subscribe(TOPIC) as quick:
        for number in range(MOST_WAITING + 1):
            await hub.publish(TOPIC, {"number": number})
            assert (await anext(quick))["number"] == number
        with pytest.raises(FellBehind):
            await anext(slow)


async def test_all_watchers_reconnect_when_events_may_have_been_missed() -> None:
    hub = MemoryHub()
    async with hub.subscribe(TOPIC) as events:
        hub.drop_all()
        with pytest.raises(FellBehind):
            await anext(events)
