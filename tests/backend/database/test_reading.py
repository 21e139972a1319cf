"""A session that only looks reads a thing once; one that writes reads what is there now."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.database import Database
from backend.database.reading import only_looks, read_once

reads: list[str] = []


@read_once
async def noted(session: AsyncSession, name: str) -> str:
    reads.append(name)
    return name.upper()


async def read_three_times(session: AsyncSession) -> list[str]:
    reads.clear()
    assert [await noted(session, name) for name in ("one", "two", "one")] == ["ONE", "TWO", "ONE"]
    return reads


async def test_a_session_that_only_looks_reads_each_thing_once(database: Database) -> None:
    async with database.transaction() as session:
        only_looks(session)
        assert await read_three_times(session) == ["one", "two"]


async def test_a_session_that_may_write_reads_again(database: Database) -> None:
    async with database.transaction() as session:
        assert await read_three_times(session) == ["one", "two", "one"]


async def test_what_one_session_has_read_is_not_known_to_the_next(database: Database) -> None:
    for _ in range(2):
        async with database.transaction() as session:
            only_looks(session)
            assert await read_three_times(session) == ["one", "two"]
