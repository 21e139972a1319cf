"""The daily run beside the application, once a day, whatever number of processes there is."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta

import structlog

from backend.clock import utc_now
from backend.live import Locks
from backend.retention.models import RetentionRun
from backend.retention.removing import remove_due
from backend.services import Services

log = structlog.get_logger(__name__)

LOCK = "retention"
_LONGEST_SLEEP_SECONDS = 300.0


class DailyRetention:
    """A task that runs beside the application; `at` is the time of day in UTC.

    A process that holds the lock runs; one that dies in the middle leaves the day without its end,
    and another goes on. A day that was missed is made up for when the application is back.
    """

    def __init__(self, house: Services, locks: Locks, at: time) -> None:
        self._house = house
        self._locks = locks
        self._at = at

    async def run(self) -> None:
        """Runs each day until it is cancelled."""
        while True:
            try:
                await self.run_if_due(utc_now())
            except Exception:  # the task must outlive whatever fails, the database too
                log.exception("retention failed")
            await asyncio.sleep(_LONGEST_SLEEP_SECONDS)

    async def run_if_due(self, now: datetime) -> bool:
        """Removes what is due, unless that was done for the day; whether it did."""
        day = self._latest_day(now)
        if await self._is_done(day):
            return False
        async with self._locks.hold(LOCK):
            if await self._is_done(day):
                return False
            done = await remove_due(self._house)
            async with self._house.database.transaction() as session:
                removed = {found.kind: found.count for found in done if found.count}
                await session.merge(RetentionRun(day=day, removed=removed))
        log.info("retention has run", removed=removed)
        return True

    async def _is_done(self, day: date) -> bool:
        async with self._house.database.transaction() as session:
            return await session.get(RetentionRun, day) is not None

    def _latest_day(self, now: datetime) -> date:
        """The day whose time has come last."""
        todays = datetime.combine(now.date(), self._at, tzinfo=UTC)
        return now.date() if now >= todays else now.date() - timedelta(days=1)
