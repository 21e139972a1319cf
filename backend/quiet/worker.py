"""Looks beside the application for debtors who have gone quiet.

Since when a question waits stands in the database, so nothing is lost or said twice when a backend
is started again or several run.
"""

import asyncio
from datetime import timedelta

import structlog

from backend.clock import utc_now
from backend.conversations.silence_repository import quiet_conversations
from backend.quiet.saying import say_still_here
from backend.services import Services

log = structlog.get_logger(__name__)

LONGEST_ROUND_SECONDS = 10.0
MOST_A_ROUND = 100


class QuietLine:
    """A task that runs beside the application; `after` is how long a debtor may be quiet."""

    def __init__(self, house: Services, after: timedelta) -> None:
        self._house = house
        self._after = after

    async def run(self) -> None:
        """Looks until it is cancelled."""
        while True:
            try:
                await self.round()
            except Exception:  # the task must outlive whatever fails, the database too
                log.exception("the quiet line failed")
            await asyncio.sleep(min(LONGEST_ROUND_SECONDS, self._after / timedelta(seconds=2)))

    async def round(self) -> int:
        """Says the line to each who has been quiet for so long; to how many it was said."""
        before = utc_now() - self._after
        async with self._house.database.transaction() as session:
            quiet = await quiet_conversations(session, before, MOST_A_ROUND)
        return sum([await say_still_here(self._house, one, before) for one in quiet])
