"""A real, empty database for each test: SQLite always, and PostgreSQL where TEST_POSTGRES_URL says.

The tables are made once a run. Making them for each of some thousand tests took longer than the
tests.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from backend.database import Base, Database
from backend.tables import import_all_tables

POSTGRES = os.environ.get("TEST_POSTGRES_URL")
ENGINES = ["sqlite", *(["postgresql"] if POSTGRES else [])]


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with all tables and nothing in them."""
    file = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    _do(f"sqlite:///{file}", Base.metadata.create_all)
    return file


@pytest.fixture(scope="session")
def tables_in_postgres() -> None:
    """The tables as the models have them now, whatever an earlier run has left."""
    _do(str(POSTGRES), _make_anew)


@pytest.fixture(params=ENGINES)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    if request.param == "postgresql":
        request.getfixturevalue("tables_in_postgres")
        database = Database(str(POSTGRES))
        async with database.engine.begin() as connection:
            await connection.run_sync(_empty)
    else:
        shutil.copy(request.getfixturevalue("empty_file"), tmp_path / "test.sqlite3")
        database = Database(f"sqlite:///{tmp_path}/test.sqlite3")
    yield database
    await database.close()


def _do(url: str, what: Callable[[Connection], None]) -> None:
    """In a loop of its own, because the first test that asks is running in one."""
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, _connected(url, what)).result()


async def _connected(url: str, what: Callable[[Connection], None]) -> None:
    import_all_tables()
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(what)
    await database.close()


def _make_anew(connection: Connection) -> None:
    Base.metadata.drop_all(connection)
    Base.metadata.create_all(connection)


def _empty(connection: Connection) -> None:
    """Deletes rather than truncates: nearly all tables are empty, and a truncation costs the same."""
    for table in reversed(Base.metadata.sorted_tables):
        connection.execute(text(f'DELETE FROM "{table.name}"'))
