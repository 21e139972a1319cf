"""A real, empty database for each test: SQLite always, and PostgreSQL where TEST_POSTGRES_URL says.

The tables are made once a run. Making them for each of some thousand tests took longer than the
tests.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from hypothesis import settings
from sqlalchemy import Connection, text

from backend.database import Base, Database
from backend.searching.index.building import build_index
from backend.tables import import_all_tables

# A busy machine is no failure: what is fast is measured in tests/bench, never asserted here.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

POSTGRES = os.environ.get("TEST_POSTGRES_URL")
ENGINES = ["sqlite", *(["postgresql"] if POSTGRES else [])]
#: For what only a database with connections can show.
on_a_server = pytest.mark.parametrize("database", ENGINES[1:], indirect=True)
#: `gw0`, `gw1`: each of several test processes has a database and a Redis of its own.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
if WORKER and "TEST_REDIS_URL" in os.environ:
    server, _, _ = os.environ["TEST_REDIS_URL"].rpartition("/")
    os.environ["TEST_REDIS_URL"] = f"{server}/{int(WORKER.removeprefix('gw')) + 1}"


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with all tables and nothing in them."""
    file = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    _do(f"sqlite:///{file}", _make)
    return file


@pytest.fixture(scope="session")
def postgres() -> str:
    """Where the tables are as the models have them now, whatever an earlier run has left."""
    url = str(POSTGRES)
    if WORKER:
        url = f"{url.rpartition('/')[0]}/{WORKER}"
        _aside(_make_database(str(POSTGRES), WORKER))
    _do(url, _make_anew)
    return url


@pytest.fixture(params=ENGINES)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    if request.param == "postgresql":
        database = Database(request.getfixturevalue("postgres"))
        async with database.engine.begin() as connection:
            await connection.run_sync(_empty)
    else:
        shutil.copy(request.getfixturevalue("empty_file"), tmp_path / "test.sqlite3")
        database = Database(f"sqlite:///{tmp_path}/test.sqlite3")
    yield database
    await database.close()


def _do(url: str, what: Callable[[Connection], None]) -> None:
    _aside(_connected(url, what))


def _aside(work: Coroutine[Any, Any, None]) -> None:
    """In a loop of its own, because the first test that asks is running in one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


async def _make_database(url: str, name: str) -> None:
    connection = await asyncpg.connect(url)
    if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
        await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()


async def _connected(url: str, what: Callable[[Connection], None]) -> None:
    import_all_tables()
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(what)
    await database.close()


def _make(connection: Connection) -> None:
    Base.metadata.create_all(connection)
    build_index(connection)


def _make_anew(connection: Connection) -> None:
    Base.metadata.drop_all(connection)
    _make(connection)


def _empty(connection: Connection) -> None:
    """Deletes rather than truncates: nearly all tables are empty, and a truncation costs the same.

    One block for all tables, because asking for each took longer than deleting.
    """
    tables = [table.name for table in reversed(Base.metadata.sorted_tables)]
    deletions = " ".join(f'DELETE FROM "{name}";' for name in tables)
    connection.execute(text(f"DO $$ BEGIN {deletions} END $$"))
