"""Follows up beside the application, and after every restart goes on where it was.

What is due stands in the database, so nothing is lost while no backend runs. After a long stop it
does not flood: an outdated reminder is dropped, one person is written to as rarely as on any other
day, and a round says only so much.
"""

import asyncio
import time
from datetime import timedelta

import structlog

from backend.clock import utc_now
from backend.followup import repository
from backend.followup.carrying_out import carry_out
from backend.followup.planning import write_plans_due, write_thanks_due, write_unseen_due
from backend.services import Services

log = structlog.get_logger(__name__)

ROUND_SECONDS = 10.0
#: How often all plans are looked through for what has become due.
PLANNING_SECONDS = 60.0
#: What has to wait is looked at again after so long.
LOOK_AGAIN = timedelta(seconds=30)
MOST_A_ROUND = 100


class Followup:
    """A task that runs beside the application; several may run at once."""

    def __init__(self, house: Services) -> None:
        self._house = house
        self._planned_at: float | None = None

    async def run(self) -> None:
        """Follows up until it is cancelled."""
        while True:
            try:
                await self.round()
            except Exception:  # the task must outlive whatever fails, the database too
                log.exception("follow-up failed")
            await asyncio.sleep(ROUND_SECONDS)

    async def round(self) -> int:
        """Writes down what has become due, and does what can be done now; how many were said."""
        await write_thanks_due(self._house)
        if self._planned_at is None or time.monotonic() - self._planned_at > PLANNING_SECONDS:
            await write_plans_due(self._house)
            await write_unseen_due(self._house)
            self._planned_at = time.monotonic()
        async with self._house.database.transaction() as session:
            keys = await repository.due_keys(
                session, self._house.clock.now(), utc_now() - LOOK_AGAIN, MOST_A_ROUND
            )
        said = 0
        for key in keys:
            said += await self._carry_out(key)
        return said

    async def _carry_out(self, key: str) -> bool:
        try:
            decision = await carry_out(self._house, key)
        except Exception as error:  # one that fails holds no other up; it comes round again
            log.error("reminder failed", reason=type(error).__name__)
            return False
        return decision is not None and decision.act == "say"
