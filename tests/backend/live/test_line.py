"""What staff are told, in memory and over Redis."""

import asyncio
import os
from typing import Any

import pytest
from redis.asyncio import Redis

from backend.live import STAFF_TOPIC, Hub, Live, open_live
from backend.live.line import Line
from backend.live.redis import EPOCH, KEPT

REDIS = os.environ.get("TEST_REDIS_URL")
over_redis = pytest.mark.skipif(
    REDIS is None, reason="no Redis on this machine: .ci/run installs it and `make test` starts it"
)


@pytest.fixture(autouse=True)
async def nothing_kept() -> None:
    if REDIS is not None:
        async with Redis.from_url(REDIS) as redis:
            await redis.delete(KEPT, EPOCH)


def marks(found: Any) -> list[tuple[int, int]]:
    return [(it.number, it.event["mark"]) for it in found if "mark" in it.event]


async def tells(hub: Hub, *numbers: int) -> None:
    for number in numbers:
        await hub.publish(STAFF_TOPIC, {"type": "mode", "mark": number})


async def has(line: Line, mark: int) -> None:
    """Returns when the event has arrived."""
    async with asyncio.timeout(5):
        place = 0
        while not any(it.event.get("mark") == mark for it in line.after(place) or ()):
            await line.wait_for_more(line.newest, line.epoch)


async def test_events_are_numbered_one_after_the_other(live: Live) -> None:
    line = live.hub.line
    before = line.newest
    await tells(live.hub, 1, 2, 3)
    await has(line, 3)
    found = line.after(before)
    assert [number for number, _ in marks(found)] == sorted({n for n, _ in marks(found)})
    assert [mark for _, mark in marks(found)] == [1, 2, 3]
    last = marks(found)[0][0]
    assert [mark for _, mark in marks(line.after(last))] == [2, 3]
    assert line.after(line.newest) == []


async def test_what_is_of_the_moment_is_told_and_not_kept(live: Live) -> None:
    line, heard = live.hub.line, asyncio.Queue[dict[str, Any]]()
    line.hear_passing(heard.put_nowait)
    before = line.newest
    await live.hub.publish(STAFF_TOPIC, {"type": "typing", "conversation": "c"})
    assert (await asyncio.wait_for(heard.get(), 5))["type"] == "typing"
    assert line.newest == before
    line.hear_no_more(heard.put_nowait)
    line.pass_by({"type": "typing"})
    assert heard.empty()


def test_what_is_no_longer_kept_cannot_be_told() -> None:
    line = Line(most_kept=2)
    for mark in range(4):
        line.keep({"mark": mark})
    assert line.after(1) is None
    assert marks(line.after(2)) == [(3, 2), (4, 3)]
    assert line.after(9) is None  # a number that was never given


@over_redis
async def test_all_processes_hear_the_same_events_under_the_same_numbers() -> None:
    async with open_live(REDIS) as one, open_live(REDIS) as two:
        await asyncio.gather(tells(one.hub, *range(0, 40, 2)), tells(two.hub, *range(1, 40, 2)))
        for live in (one, two):
            for mark in (38, 39):
                await has(live.hub.line, mark)
        first, second = (live.hub.line for live in (one, two))
        assert first.epoch == second.epoch
        since = first.newest - 40
        assert marks(first.after(since)) == marks(second.after(since))
        assert sorted(mark for _, mark in marks(first.after(since))) == list(range(40))


@over_redis
async def test_a_process_that_starts_later_has_what_was_told_before() -> None:
    async with open_live(REDIS) as one:
        since = one.hub.line.newest
        await tells(one.hub, 1, 2)
        await has(one.hub.line, 2)
        async with open_live(REDIS) as two:
            assert two.hub.line.epoch == one.hub.line.epoch
            assert [mark for _, mark in marks(two.hub.line.after(since))] == [1, 2]


@over_redis
async def test_a_process_that_starts_makes_all_consoles_read_anew() -> None:
    async with open_live(REDIS) as one:
        before = one.hub.line.newest
        async with open_live(REDIS):
            await asyncio.wait_for(one.hub.line.wait_for_more(before, one.hub.line.epoch), 5)
        assert [it.event for it in one.hub.line.after(before) or ()] == [{"type": "anew"}]


@over_redis
async def test_what_redis_has_lost_begins_anew() -> None:
    async with open_live(REDIS) as one, Redis.from_url(str(REDIS)) as redis:
        await tells(one.hub, 1)
        await has(one.hub.line, 1)
        before = one.hub.line.epoch
        await redis.delete(KEPT, EPOCH)
        await tells(one.hub, 2)
        await has(one.hub.line, 2)
        assert one.hub.line.epoch != before
        assert one.hub.line.newest == 1
