"""A real, empty database for each test: SQLite always, and PostgreSQL where TEST_POSTGRES_URL says."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.database import Base, Database
from backend.tables import import_all_tables

POSTGRES = os.environ.get("TEST_POSTGRES_URL")
ENGINES = ["sqlite", *(["postgresql"] if POSTGRES else [])]


@pytest.fixture(params=ENGINES)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    import_all_tables()
    url = POSTGRES if request.param == "postgresql" else f"sqlite:///{tmp_path}/test.sqlite3"
    database = Database(str(url))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()
