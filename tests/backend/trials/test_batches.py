"""Batches tried in several processes are counted as they would be in one."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from backend.agreements.replaying import StoredWish
from backend.trials.batches import Part, parts_of
from backend.trials.lines import columns
from backend.trials.rules_of_day import RulesOfDay
from backend.trials.summary import Summary
from backend.trials.trial import Trial
from tests.backend.trials.stored import BAND, DAY, wish

BEFORE = RulesOfDay((BAND,), "SE", DAY)
AFTER = RulesOfDay(({**BAND, "instalment": {"at_least": 500}},), "SE", DAY)
BATCHES = [[wish(amount=amount), wish(instalments=6)] for amount in range(30000, 60000, 2500)]


class Held:
    """How many batches are held at once at most."""

    now = most = 0


async def batches(held: Held) -> AsyncIterator[Sequence[StoredWish]]:
    for batch in BATCHES:
        held.now += 1
        held.most = max(held.most, held.now)
        yield batch


async def parts(processes: int, held: Held) -> list[Part]:
    found = []
    async for part in parts_of(batches(held), BEFORE, AFTER, processes, with_lines=True):
        held.now -= 1
        found.append(part)
    return found


@pytest.mark.parametrize("processes", [1, 2])
def test_the_parts_are_the_whole_in_the_order_of_the_batches(processes: int):
    held = Held()
    found = asyncio.run(parts(processes, held))
    trial, alone = Trial(BEFORE.read(), AFTER.read()), Summary()
    for batch in BATCHES:
        for one in batch:
            alone.add(trial.one(one))
    joined = Summary()
    for part in found:
        joined.join(part.summary)
    assert joined == alone
    tried = [trial.one(one) for batch in BATCHES for one in batch]
    lines = [line for part in found for line in part.lines]
    assert lines == [columns(one, 2) for one in tried if one.is_changed]


def test_few_batches_are_held_at_once():
    held = Held()
    asyncio.run(parts(2, held))
    assert held.most < len(BATCHES) / 2
