"""One chat on one phone: what it shows, and a way to wait until it shows something new."""

import asyncio
from collections import deque
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from backend.clock import utc_now

LONGEST_CHAT = 400


class Choice(BaseModel):
    """Something to press: it sends `id` back, or opens `url`."""

    title: str
    id: str | None = None
    url: str | None = None
    note: str | None = None


class Shown(BaseModel):
    """One message as the phone shows it; `version` grows with every change to it."""

    version: int
    id: str
    at: datetime
    mine: bool
    text: str
    kind: str = "text"
    rows: list[list[Choice]] = []
    menu: str | None = None
    status: Literal["sent", "delivered", "read", "failed"] | None = None
    segments: int | None = None
    edited: bool = False


class Chat:
    """A person's chat with one client on one channel. The oldest messages fall out."""

    def __init__(self) -> None:
        self.version = 0
        self.written_at: datetime | None = None
        self.stopped = False
        self._shown: deque[Shown] = deque(maxlen=LONGEST_CHAT)
        self._changed = asyncio.Condition()

    def __len__(self) -> int:
        return len(self._shown)

    async def show(self, id: str, text: str, *, mine: bool = False, **more: object) -> Shown:
        """Adds a message. `mine` is the person's own."""
        at = utc_now()
        if mine:
            self.written_at = at
        shown = Shown.model_validate(
            {"version": self._next(), "id": id, "at": at, "mine": mine, "text": text, **more}
        )
        self._shown.append(shown)
        await self._tell()
        return shown

    async def change(self, id: str, **changes: object) -> Shown | None:
        """Changes a message that is shown; None when it is not, or not any more."""
        for place, shown in enumerate(self._shown):
            if shown.id == id:
                changed = shown.model_copy(update={**changes, "version": self._next()})
                self._shown[place] = changed
                await self._tell()
                return changed
        return None

    async def stop(self, stopped: bool) -> None:
        """The person wants no more messages here, or wants them again."""
        self.stopped = stopped
        self._next()
        await self._tell()

    def find(self, id: str) -> Shown | None:
        """A message by the messenger's id."""
        return next((shown for shown in self._shown if shown.id == id), None)

    def since(self, version: int) -> Sequence[Shown]:
        """What has come or changed after `version`, in the order in which it stands."""
        return [shown for shown in self._shown if shown.version > version]

    async def changed_since(self, version: int, seconds: float) -> None:
        """Returns when there is something newer than `version`, or after `seconds`."""
        try:
            async with asyncio.timeout(seconds), self._changed:
                await self._changed.wait_for(lambda: self.version > version)
        except TimeoutError:
            return

    def _next(self) -> int:
        self.version += 1
        return self.version

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()
