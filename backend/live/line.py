"""What staff are told, numbered and kept for a while, so that nobody misses or hears a thing twice.

The numbers of one epoch follow each other. Another epoch begins where numbers cannot: when a single
process starts again, or Redis has lost what it had. Whoever comes back with a number of another
epoch, or with one that is older than what is kept, reads the lists anew.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

MOST_KEPT = 5_000
#: Of the moment: neither numbered nor kept, because late it says nothing.
PASSING = frozenset({"typing", "lookers"})


@dataclass(frozen=True)
class Numbered:
    """An event with its place in the line."""

    number: int
    event: dict[str, Any]


class Line:
    """The newest events of one process; over Redis each process has the same ones."""

    def __init__(self, most_kept: int = MOST_KEPT) -> None:
        self.epoch = token_hex(8)
        self.newest = 0
        self._kept: deque[Numbered] = deque(maxlen=most_kept)
        self._more = asyncio.Event()
        self._hearing: set[Callable[[dict[str, Any]], None]] = set()

    def keep(self, event: dict[str, Any], number: int | None = None) -> None:
        """Puts an event at the end, under the number that it has or the next one."""
        self.newest = self.newest + 1 if number is None else number
        self._kept.append(Numbered(self.newest, event))
        self._more.set()

    def pass_by(self, event: dict[str, Any]) -> None:
        """Tells an event of the moment to whoever hears now."""
        for hear in tuple(self._hearing):
            hear(event)

    def hear_passing(self, hear: Callable[[dict[str, Any]], None]) -> None:
        """Calls `hear` with each event of the moment from now on."""
        self._hearing.add(hear)

    def hear_no_more(self, hear: Callable[[dict[str, Any]], None]) -> None:
        """Ends hear_passing."""
        with suppress(KeyError):
            self._hearing.remove(hear)

    def after(self, number: int) -> Sequence[Numbered] | None:
        """What came after the number; None when some of it is no longer kept, or was never here."""
        if number > self.newest:
            return None
        missing = self.newest - number
        if missing > len(self._kept):
            return None
        return [self._kept[place] for place in range(len(self._kept) - missing, len(self._kept))]

    async def wait_for_more(self, number: int, epoch: str) -> None:
        """Returns when there is something after the number of this epoch, or another has begun."""
        while self.epoch == epoch and self.newest <= number:
            self._more.clear()
            await self._more.wait()

    def begin_anew(self, epoch: str, newest: int = 0) -> None:
        """Forgets what was kept: what comes now does not follow it."""
        self.epoch, self.newest = epoch, newest
        self._kept.clear()
        self._more.set()
