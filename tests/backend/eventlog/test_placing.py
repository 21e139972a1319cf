"""What happens on a case is told in which conversation, if that one is known."""

import pytest
from sqlalchemy import select

from backend.database import Database
from backend.eventlog import Where, forget_conversation, record, where_named
from backend.eventlog.models import LoggedEvent

HERE = Where("lind", "a" * 32, "sms", "fi")


async def begin(database: Database) -> None:
    async with database.transaction() as session:
        record(session, "visitor_identified", Where("lind", "a" * 32, "web", "sv"))
        record(session, "visitor_identified", HERE)


async def test_a_known_conversation_is_the_place_as_it_was_last(database: Database) -> None:
    await begin(database)
    async with database.transaction() as session:
        assert await where_named(session, "lind", "a" * 32) == HERE


@pytest.mark.parametrize("named", [None, "", "b" * 32, "x" * 5000, "no such id"])
async def test_an_unknown_conversation_is_ignored(database: Database, named: str | None) -> None:
    await begin(database)
    async with database.transaction() as session:
        assert await where_named(session, "lind", named) == Where("lind")


async def test_another_clients_conversation_is_ignored(database: Database) -> None:
    await begin(database)
    async with database.transaction() as session:
        assert await where_named(session, "pyy", "a" * 32) == Where("pyy")


async def test_a_forgotten_conversation_still_counts_as_one(database: Database) -> None:
    await begin(database)
    async with database.transaction() as session:
        await forget_conversation(session, "a" * 32)
    async with database.transaction() as session:
        left = set(await session.scalars(select(LoggedEvent.conversation)))
    assert len(left) == 1
    assert "a" * 32 not in left
