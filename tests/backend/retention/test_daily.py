"""The daily run: once a day, whatever number of processes there is."""

import asyncio
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select

from backend.cases.models import IdempotencyKey
from backend.live import Live
from backend.retention import daily
from backend.retention.daily import DailyRetention
from backend.retention.models import RetentionRun
from backend.services import Services

AT = time(3, 30)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


async def days(house: Services) -> list[int]:
    async with house.database.transaction() as session:
        return [day.day for day in await session.scalars(select(RetentionRun.day))]


async def test_it_runs_once_a_day(house: Services, shared: Live) -> None:
    run = DailyRetention(house, shared.locks, AT).run_if_due
    assert await run(NOON)
    assert not await run(NOON)
    before_its_time = (NOON + timedelta(days=1)).replace(hour=3, minute=29)
    assert not await run(before_its_time)
    assert await run(before_its_time + timedelta(minutes=1))
    assert await days(house) == [25, 26]


async def test_of_several_processes_one_runs(house: Services, shared: Live) -> None:
    runs = [DailyRetention(house, shared.locks, AT).run_if_due(NOON) for _ in range(4)]
    assert sorted(await asyncio.gather(*runs)) == [False, False, False, True]


async def test_a_run_that_broke_off_is_made_up_for(
    house: Services, shared: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = DailyRetention(house, shared.locks, AT).run_if_due

    async def fails(house: Services) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(daily, "remove_due", fails)
        with pytest.raises(OSError):  # noqa: PT011
            await run(NOON)
    assert await days(house) == []
    assert await run(NOON)


async def test_it_keeps_on_beside_the_application(house: Services, shared: Live) -> None:
    async with house.database.transaction() as session:
        old = datetime(2020, 1, 1, tzinfo=UTC)
        session.add(IdempotencyKey(key="k", route="r", answer={}, created_at=old))
    running = asyncio.create_task(DailyRetention(house, shared.locks, AT).run())
    async with asyncio.timeout(5):
        while not await days(house):
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    async with house.database.transaction() as session:
        [run] = await session.scalars(select(RetentionRun))
    assert run.removed == {"idempotency_keys": 1}
