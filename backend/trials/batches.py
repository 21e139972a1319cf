"""Trying batch after batch in several processes, a few batches at a time."""

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from backend.agreements.replaying import StoredWish
from backend.trials.rules_of_day import RulesOfDay
from backend.trials.summary import Summary
from backend.trials.trial import Trial, Tried

_AHEAD = 2
# The database has threads of its own, and a process with threads is not safe to fork.
_BY_SPAWNING = get_context("spawn")
_trial: list[Trial] = []


@dataclass(frozen=True)
class Part:
    """What came of a batch: counted, and the wishes that would be answered differently."""

    summary: Summary
    changed: list[Tried]


async def parts_of(
    batches: AsyncIterable[Sequence[StoredWish]],
    before: RulesOfDay,
    after: RulesOfDay,
    processes: int,
) -> AsyncIterator[Part]:
    """The parts in the order of the batches; few of them are held at once, however many there are."""
    loop = asyncio.get_running_loop()
    under_way: deque[asyncio.Future[Part]] = deque()
    with ProcessPoolExecutor(processes, _BY_SPAWNING, _begin, (before, after)) as pool:
        async for batch in batches:
            under_way.append(loop.run_in_executor(pool, _try, batch))
            if len(under_way) > _AHEAD * processes:
                yield await under_way.popleft()
        while under_way:
            yield await under_way.popleft()


def _begin(before: RulesOfDay, after: RulesOfDay) -> None:
    """What each process does first."""
    _trial[:] = [Trial(before.read(), after.read())]


def _try(batch: Sequence[StoredWish]) -> Part:
    part = Part(Summary(), [])
    for tried in _trial[0].each(batch):
        part.summary.add(tried)
        if tried is not None and tried.is_changed:
            part.changed.append(tried)
    return part
