"""Seals show what was changed or taken out later."""

import asyncio

import pytest
from sqlalchemy import delete, update

from backend.audit import SYSTEM, write_down
from backend.audit.models import AuditRow
from backend.audit.repository import count_rows
from backend.audit.sealing import Broken, Sealing, check_seals
from backend.database import Database
from backend.live import Live


@pytest.fixture
async def sealed(database: Database) -> Database:
    """Five rows with their seals, put on in two goes."""
    sealing = Sealing(database, Live.in_memory().locks)
    for many in (2, 3):
        async with database.transaction() as session:
            for _ in range(many):
                write_down(session, "audit.read", SYSTEM)
        assert await sealing.seal() == many
    return database


async def change(database: Database, *statements: object) -> None:
    async with database.transaction() as session:
        for statement in statements:
            await session.execute(statement)  # type: ignore[call-overload]


async def test_what_was_not_touched_fits(sealed: Database) -> None:
    assert await check_seals(sealed) == (5, None)


async def test_a_row_that_was_changed_is_found(sealed: Database) -> None:
    await change(sealed, update(AuditRow).where(AuditRow.sealed_as == 3).values(act="case.read"))
    fits, broken = await check_seals(sealed)
    assert fits == 2
    assert isinstance(broken, Broken)
    assert broken.place == 3


async def test_a_row_that_was_taken_out_is_found(sealed: Database) -> None:
    await change(sealed, delete(AuditRow).where(AuditRow.sealed_as == 4))
    fits, broken = await check_seals(sealed)
    assert fits == 3
    assert broken is not None
    assert broken.place == 5


async def test_what_retention_took_from_the_oldest_end_breaks_nothing(sealed: Database) -> None:
    await change(sealed, delete(AuditRow).where(AuditRow.sealed_as <= 2))
    assert await check_seals(sealed) == (3, None)


async def test_two_processes_put_each_seal_on_once(database: Database) -> None:
    async with database.transaction() as session:
        for _ in range(40):
            write_down(session, "audit.read", SYSTEM)
    locks = Live.in_memory().locks
    done = await asyncio.gather(*(Sealing(database, locks).seal() for _ in range(4)))
    assert sorted(done) == [0, 0, 0, 40]
    async with database.transaction() as session:
        assert await count_rows(session) == 40
    assert await check_seals(database) == (40, None)


async def test_it_goes_on_beside_the_application(database: Database) -> None:
    async with database.transaction() as session:
        write_down(session, "audit.read", SYSTEM)
    running = asyncio.create_task(Sealing(database, Live.in_memory().locks).run())
    async with asyncio.timeout(5):
        while (await check_seals(database))[0] == 0:
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
