"""Trying batch after batch in several processes, a few batches at a time."""

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from backend.agreements.replaying import StoredWish
from backend.trials.lines import columns
from backend.trials.rules_of_day import RulesOfDay
from backend.trials.summary import Summary
from backend.trials.trial import Trial

_AHEAD = 2
# The database has threads of its own, and a process with threads is not safe to fork.
_BY_SPAWNING = get_context("spawn")
_trial: list[Trial] = []


@dataclass(frozen=True)
class Part:
    """What came of a batch: counted, and a line (see `columns`) for each wish that changes, if wanted."""

    summary: Summary
    lines: list[Sequence[str]]


async def parts_of(
    batches: AsyncIterable[Sequence[StoredWish]],
    before: RulesOfDay,
    after: RulesOfDay,
    processes: int,
    *,
    with_lines: bool = False,
) -> AsyncIterator[Part]:
    """The parts in the order of the batches; few of them are held at once, however many there are."""
    if processes == 1:
        _begin(before, after)
        async for batch in batches:
            yield _try(batch, with_lines)
        return
    loop = asyncio.get_running_loop()
    under_way: deque[asyncio.Future[Part]] = deque()
    with ProcessPoolExecutor(processes, _BY_SPAWNING, _begin, (before, after)) as pool:
        async for batch in batches:
            under_way.append(loop.run_in_executor(pool, _try, batch, with_lines))
            if len(under_way) > _AHEAD * processes:
                yield await under_way.popleft()
        while under_way:
            yield await under_way.popleft()


def _begin(before: RulesOfDay, after: RulesOfDay) -> None:
    """What each process does first."""
    _trial[:] = [Trial(before.read(), after.read())]


def _try(batch: Sequence[StoredWish], with_lines: bool) -> Part:
    trial, part = _trial[0], Part(Summary(), [])
    for tried in trial.each(batch):
        part.summary.add(tried)
        if with_lines and tried is not None and tried.is_changed:
            part.lines.append(columns(tried, trial.minor_digits))
    return part
