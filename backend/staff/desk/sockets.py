"""The consoles that are open at this process. Each event is read and written once for all of them."""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Sequence
from functools import partial
from typing import Any

import structlog

from backend.live import Event
from backend.live.line import MOST_KEPT
from backend.live.socket import PING_SECONDS
from backend.services import Services
from backend.staff.desk.beat import beat
from backend.staff.desk.lookers import Lookers
from backend.staff.desk.watcher import Watcher, shown
from backend.staff.desk.writing import Bundles, Written, write

log = structlog.get_logger(__name__)


#: What comes within this time after something was read is read, and sent, together.
_GATHERED_SECONDS = 0.05


class DeskSockets:
    """Reads the line while a console is open, and keeps what was written for the slower ones."""

    def __init__(self) -> None:
        self.watchers: set[Watcher] = set()
        self.lookers = Lookers(self.watchers)
        self._written: deque[Written] = deque(maxlen=MOST_KEPT)
        self._bundles = Bundles()
        self._place = 0
        self._epoch = ""
        self._tasks: set[asyncio.Task[None]] = set()
        self._hear_passing: Callable[[Event], None] = lambda _: None

    def enter(self, house: Services, watcher: Watcher) -> None:
        """The console hears what comes from now on."""
        if not self.watchers:
            self._start(house)
        watcher.place = self._place
        self.watchers.add(watcher)

    def leave(self, house: Services, watcher: Watcher) -> None:
        """The console is gone."""
        self.watchers.discard(watcher)
        if not self.watchers:
            house.hub.line.hear_no_more(self._hear_passing)
            for task in self._tasks:
                task.cancel()
            self._tasks = set()

    async def missed(self, house: Services, watcher: Watcher, number: int) -> Sequence[str] | None:
        """What came after the number and before it entered; None when that cannot be told."""
        found = house.hub.line.after(number)
        if found is None:
            return None
        theirs = [it for it in found if it.number <= watcher.place and watcher.hears(it.event)]
        return _texts(await write(house, theirs), watcher, Bundles())

    def after(self, watcher: Watcher) -> list[str] | None:
        """What is to be sent next, in order; None when the console has fallen too far behind."""
        place, watcher.place = watcher.place, self._place
        if place == self._place:
            return []
        first = place + 1 - self._written[0].number if self._written else -1
        if place < 0 or first < 0:
            return None
        newer = (self._written[at] for at in range(first, len(self._written)))
        return _texts(newer, watcher, self._bundles)

    def _start(self, house: Services) -> None:
        line = house.hub.line
        self._place, self._epoch = line.newest, line.epoch
        self._written.clear()
        self._hear_passing = partial(self._pass, house)
        line.hear_passing(self._hear_passing)
        self._run(self._read(house))
        self._run(self._beat(house))

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read(self, house: Services) -> None:
        line = house.hub.line
        while True:
            await line.wait_for_more(self._place, self._epoch)
            try:
                await self._take(house)
            except Exception:  # the line must outlive whatever fails, the database too
                log.exception("live events not shown")
                self._all_anew(house)
            await asyncio.sleep(_GATHERED_SECONDS)

    async def _take(self, house: Services) -> None:
        line = house.hub.line
        found = line.after(self._place) if line.epoch == self._epoch else None
        if found is None:
            self._all_anew(house)
            return
        self._bundles.forget()
        for written in await write(house, found):
            self._written.append(written)
            for watcher in self.watchers:
                if written.text is not None and watcher.hears(written.event):
                    watcher.wake.set()
        self._place = found[-1].number

    def _all_anew(self, house: Services) -> None:
        """What is between is not known: all consoles read their lists."""
        line = house.hub.line
        self._place, self._epoch = line.newest, line.epoch
        self._written.clear()
        for watcher in self.watchers:
            watcher.place = -1
            watcher.wake.set()

    def _pass(self, house: Services, event: Event) -> None:
        if event["type"] == "lookers":
            self.lookers.hear(event)
            if self.lookers.has_to_answer(event):
                self._run(self.lookers.announce(house, event["conversation"]))
            return
        text = json.dumps(shown(event))
        for watcher in self.watchers:
            if watcher.hears(event):
                watcher.passing.append(text)
                watcher.wake.set()

    async def _beat(self, house: Services) -> None:
        while True:
            await asyncio.sleep(PING_SECONDS)
            try:
                await beat(house, self.watchers)
                await self.lookers.announce_all(house)
            except Exception:  # as above: the next beat is a new try
                log.exception("beat of the live lines failed")
            ping = json.dumps({"type": "ping", "n": self._place})
            for watcher in self.watchers:
                watcher.passing.append(ping)
                watcher.wake.set()


def _texts(written: Iterable[Written], watcher: Watcher, bundles: Bundles) -> list[str]:
    """Those of them that the console is to hear."""
    heard = [it for it in written if it.text is not None and watcher.hears(it.event)]
    if watcher.takes_several:
        return bundles.of(heard)
    return [it.text for it in heard if it.text is not None]
