"""Looks at the clients' folder again and again, in each backend process by itself."""

import asyncio

import structlog

from backend.clients.book import ClientBook
from backend.clients.faults import Fault
from backend.clients.folder import stamps

log = structlog.get_logger(__name__)

SECONDS_BETWEEN_LOOKS = 0.75


class ClientWatch:
    """A task that runs beside the application.

    A change is read when it has been still for one look: a file that is just being written is not
    taken for a shorter one.
    """

    def __init__(self, book: ClientBook, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        self._book = book
        self._seconds = seconds
        self._told: tuple[Fault, ...] = ()

    async def run(self) -> None:
        """Watches until it is cancelled."""
        if self._book.folder is None:
            return
        read = seen = None
        while True:
            try:
                now = await asyncio.to_thread(stamps, self._book.folder)
                if now == seen and now != read:
                    await self._read_again()
                    read = now
                seen = now
            except Exception:  # the task must outlive whatever fails, an unmounted disk too
                log.exception("clients not read again")
            await asyncio.sleep(self._seconds)

    async def _read_again(self) -> None:
        changed = await asyncio.to_thread(self._book.reload)
        for file in changed:
            log.info("client read again", file=file)
        faults = self._book.reading.faults
        for fault in faults:
            if fault not in self._told:
                log.warning("client's file is wrong", file=fault.file, says=str(fault))
        self._told = faults
