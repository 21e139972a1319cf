"""Answers what could not be answered at once, when the assistant is back; also after a restart."""

import asyncio

import structlog

from backend.conversations.turn_repository import conversations_with_pending_turns
from backend.conversations.turns import run_pending_turns
from backend.live import Locks
from backend.services import Services

log = structlog.get_logger(__name__)

SHORTEST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 5.0
_AT_ONCE = 4


class Recovery:
    """A task that runs beside the application."""

    def __init__(self, house: Services, locks: Locks) -> None:
        self._house = house
        self._locks = locks
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def run(self) -> None:
        """Recovers until it is cancelled; waits longer from failure to failure."""
        wait = SHORTEST_WAIT_SECONDS
        while True:
            try:
                all_done = await self.recover()
            except Exception:  # the task must outlive whatever fails, the database too
                log.exception("recovery failed")
                all_done = False
            wait = SHORTEST_WAIT_SECONDS if all_done else min(2 * wait, LONGEST_WAIT_SECONDS)
            await asyncio.sleep(wait)

    async def recover(self) -> bool:
        """Tries each conversation with pending turns once; False when some could not be answered.

        One whose turn is running now is left to whoever runs it.
        """
        async with self._house.database.transaction() as session:
            waiting = await conversations_with_pending_turns(session)
        done = await asyncio.gather(*map(self._recover_one, waiting), return_exceptions=True)
        for error in done:
            if isinstance(error, Exception):
                log.error("conversation not recovered", reason=type(error).__name__)
        return all(result is True for result in done)

    async def _recover_one(self, conversation: str) -> bool:
        async with self._places:
            if await self._locks.is_held(conversation):
                return True
            async with self._locks.hold(conversation):
                return await run_pending_turns(self._house, conversation)
