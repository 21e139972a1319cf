"""Sessions: committed at the end, undone on an error, and fair under load."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from traceback import format_exception
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from backend.database import Database
from backend.identity.models import UsedPageToken


def used(
    name: str = "", expires_at: datetime = datetime(2026, 11, 21, 9, tzinfo=UTC)
) -> UsedPageToken:
    return UsedPageToken(
        client="a-client", id=name or uuid4().hex, conversation="one", expires_at=expires_at
    )


async def count(database: Database) -> int:
    async with database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(UsedPageToken)) or 0


async def test_what_was_done_is_kept(database: Database) -> None:
    async with database.transaction() as session:
        session.add(used())
    assert await count(database) == 1


async def test_an_error_undoes_all_of_it(database: Database) -> None:
    async def fail_halfway() -> None:
        async with database.transaction() as session:
            session.add(used())
            await session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        await fail_halfway()
    assert await count(database) == 0


async def test_many_writers_at_once_all_get_their_turn(database: Database) -> None:
    async def write() -> None:
        async with database.transaction() as session:
            session.add(used())

    await asyncio.gather(*(write() for _ in range(100)))
    assert await count(database) == 100


async def test_an_error_holds_no_value(database: Database) -> None:
    name = uuid4().hex

    async def write_twice() -> None:
        for _ in range(2):
            async with database.transaction() as session:
                session.add(used(name))

    with pytest.raises(IntegrityError) as wrong:
        await write_twice()
    assert name not in "".join(format_exception(wrong.value))


async def test_a_moment_comes_back_with_its_zone(database: Database) -> None:
    east = timezone(timedelta(hours=2))
    given = datetime(2026, 11, 21, 11, tzinfo=east)
    async with database.transaction() as session:
        session.add(used("one", given))
    async with database.transaction() as session:
        found = await session.get_one(UsedPageToken, ("a-client", "one"))
    assert found.expires_at == given
    assert found.expires_at.tzinfo is not None


async def test_a_look_sees_what_was_written_and_holds_nobody_up(database: Database) -> None:
    async with database.transaction() as session:
        session.add(used("one"))
    async with database.look() as session:
        assert await session.get(UsedPageToken, ("a-client", "one")) is not None
    async with database.transaction() as session:
        session.add(used("two"))
    assert await count(database) == 2
