"""Live events between processes, over Redis publish and subscribe; what staff are told is kept there."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from secrets import token_hex
from typing import Any

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from backend.live.hub import STAFF_TOPIC, Event
from backend.live.line import MOST_KEPT, PASSING, Line
from backend.live.memory import MemoryHub

log = structlog.get_logger(__name__)

PREFIX = "sovinto:live:"
NUMBERED = f"{PREFIX}numbered"
KEPT = "sovinto:line:kept"
EPOCH = "sovinto:line:epoch"
RECONNECT_SECONDS = 1.0
#: Messages are among what is kept; an hour after the last one nobody needs any of it.
KEPT_SECONDS = 3600
#: The number, the keeping and the telling are one step, so that all processes hear the same order.
_TELL = """
local epoch = redis.call('GET', KEYS[2])
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
local number = 1
if epoch and last[1] then
  number = tonumber(string.match(last[1][1], '^(%d+)')) + 1
else
  epoch = ARGV[3]
  redis.call('SET', KEYS[2], epoch)
  redis.call('DEL', KEYS[1])
end
redis.call('XADD', KEYS[1], 'MAXLEN', ARGV[2], number .. '-0', 'event', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('EXPIRE', KEYS[2], ARGV[4])
redis.call('PUBLISH', KEYS[3], epoch .. ' ' .. number .. ' ' .. ARGV[1])
return number
"""


class RedisHub:
    """Hub of several processes: each hears all events and hands them to its own subscribers."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._here = MemoryHub()
        self._listening = asyncio.Event()
        self._tell = redis.register_script(_TELL)
        # A process that was killed may have stored what it did not tell any more.
        self._untold = True

    @property
    def line(self) -> Line:
        """What staff are told, by whichever process."""
        return self._here.line

    async def publish(self, topic: str, event: Event) -> None:
        """Tells the event to all processes. While Redis is away nobody hears it live."""
        numbered = topic == STAFF_TOPIC and event["type"] not in PASSING
        try:
            if numbered:
                await self._number(event)
            else:
                await self._redis.publish(PREFIX + topic, json.dumps(event))
        except RedisError as error:
            self._untold = self._untold or numbered
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
                    await self._catch_up()
                    self._listening.set()
                if heard["type"] == "pmessage":
                    await self._take(heard["channel"].decode(), heard["data"])

    async def _take(self, channel: str, data: bytes) -> None:
        if channel != NUMBERED:
            await self._here.publish(channel.removeprefix(PREFIX), json.loads(data))
            return
        epoch, number, event = data.decode().split(" ", 2)
        if epoch != self.line.epoch:
            self.line.begin_anew(epoch, int(number) - 1)
        if int(number) == self.line.newest + 1:
            self.line.keep(json.loads(event), int(number))
        elif int(number) > self.line.newest:
            await self._catch_up()

    async def _catch_up(self) -> None:
        """Reads what is kept in Redis and was not heard here."""
        given: Any = await self._redis.get(EPOCH)
        epoch = given.decode() if given else None
        since = self.line.newest if epoch == self.line.epoch else 0
        found: Any = await self._redis.xrange(KEPT, min=f"({since}-0" if since else "-")
        numbers = [int(id.split(b"-")[0]) for id, _ in found]
        if epoch and (not since or (numbers and numbers[0] > since + 1)):
            self.line.begin_anew(epoch, numbers[0] - 1 if numbers else 0)
        for number, (_, fields) in zip(numbers, found, strict=True):
            self.line.keep(json.loads(fields[b"event"]), number)
        if self._untold:
            await self._number({"type": "anew"})
            self._untold = False

    async def _number(self, event: Event) -> None:
        values = [json.dumps(event), str(MOST_KEPT), token_hex(8), str(KEPT_SECONDS)]
        await self._tell(keys=[KEPT, EPOCH, NUMBERED], args=values)
