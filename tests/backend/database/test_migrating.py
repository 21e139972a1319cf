"""The migrations make the tables that the code works with."""

import asyncio
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import create_async_engine

from backend.database import Base, Database
from backend.database.migrating import configuration, upgrade
from backend.tables import import_all_tables


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/migrated.sqlite3"


async def tables_of(url: str) -> set[str]:
    engine = create_async_engine(Database(url).url)
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    await engine.dispose()
    return set(names)


async def test_all_tables_are_made(url: str) -> None:
    import_all_tables()
    await asyncio.to_thread(upgrade, url)
    made = {name for name in await tables_of(url) if not name.startswith("search_index")}
    assert made == set(Base.metadata.tables) | {"alembic_version"}


async def test_nothing_is_left_to_migrate(url: str) -> None:
    await asyncio.to_thread(upgrade, url)
    await asyncio.to_thread(command.check, configuration(url))


async def test_migrating_again_changes_nothing(url: str) -> None:
    await asyncio.to_thread(upgrade, url)
    before = await tables_of(url)
    await asyncio.to_thread(upgrade, url)
    assert await tables_of(url) == before
