"""Answers what channels brought and sends what was said, beside the application.

One contact at a time is worked for, in order; different contacts at once. Several processes may
do this: a lock keeps the order, the database keeps everything to once.
"""

import asyncio
from contextlib import suppress

import structlog

from backend.channels.answering import answer
from backend.channels.clients import is_active
from backend.channels.connections import Connections
from backend.channels.contact_repository import addresses_with_unsent, threads_with_unsent
from backend.channels.delivering import deliver
from backend.channels.failing import place_of
from backend.channels.inbox_repository import Address, addresses_waiting, next_waiting
from backend.channels.known import CHANNELS
from backend.channels.models import InboxMessage
from backend.channels.outside import NotSent
from backend.channels.statuses import take_up_statuses
from backend.channels.taking import TOPIC
from backend.clock import utc_now
from backend.live import FellBehind, Live
from backend.services import Services

log = structlog.get_logger(__name__)

POLL_SECONDS = 0.5
_AT_ONCE = 16


class ChannelWorker:
    """A task that runs beside the application."""

    def __init__(self, house: Services, live: Live) -> None:
        self._house = house
        self._live = live
        self._connections = Connections(house.settings)
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._busy: dict[Address, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Works until it is cancelled: at once when something came in, else now and then."""
        try:
            while True:
                with suppress(FellBehind):
                    async with self._house.hub.subscribe(TOPIC) as news:
                        while True:
                            await self._work_or_log()
                            with suppress(TimeoutError):
                                await asyncio.wait_for(anext(news), POLL_SECONDS)
        finally:
            await self.close()

    async def work(self) -> None:
        """Does all that waits now, and returns when it is done."""
        await self._begin_what_waits()
        while self._busy:
            await asyncio.gather(*self._busy.values())

    async def close(self) -> None:
        """Leaves what is under way; it is taken up again."""
        tasks = list(self._busy.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._connections.close()

    async def _work_or_log(self) -> None:
        try:
            await self._begin_what_waits()
        except Exception as error:  # the task must outlive whatever fails, the database too
            log.error("channels interrupted", reason=place_of(error))

    async def _begin_what_waits(self) -> None:
        now = utc_now()
        await take_up_statuses(self._house)
        async with self._house.database.transaction() as session:
            waiting = [
                *await addresses_waiting(session, now),
                *await addresses_with_unsent(session, now),
            ]
        for address in waiting:
            if address not in self._busy:
                self._busy[address] = asyncio.create_task(self._work_for(address))

    async def _work_for(self, address: Address) -> None:
        try:
            async with self._places:
                name = "contact:" + ":".join(address)
                if await self._live.locks.is_held(name):
                    return  # another process is at it
                async with self._live.locks.hold(name):
                    await self._answer_all(address)
                    await self._deliver_all(address)
        except Exception as error:
            log.error("contact not served", channel=address.channel, reason=place_of(error))
        finally:
            self._busy.pop(address, None)

    async def _answer_all(self, address: Address) -> None:
        while True:
            async with self._house.database.transaction() as session:
                row = await next_waiting(session, address)
            if row is None or (row.try_after is not None and row.try_after > utc_now()):
                return
            await self._acknowledge(row)
            await answer(self._house, self._live, row)

    async def _acknowledge(self, row: InboxMessage) -> None:
        """Lets the pressed button come to rest; it is a courtesy and may fail."""
        channel = CHANNELS[row.channel]
        if not (channel.acknowledge and row.callback):
            return
        if is_active(self._house, row.client, row.channel):
            line = self._connections.line(self._house.clients.get(row.client), channel)
            with suppress(NotSent):
                await channel.acknowledge(line, row.callback)

    async def _deliver_all(self, address: Address) -> None:
        async with self._house.database.transaction() as session:
            threads = await threads_with_unsent(session, address, utc_now())
        for thread in threads:
            await deliver(self._house, self._connections, thread)
