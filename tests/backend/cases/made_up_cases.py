"""The made-up cases for a test's database: written once a run, and copied from then on.

Agreeing their plans anew for each test took longer than the tests.
"""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import Table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from backend.clients import ClientBook
from backend.database import Base, Database
from backend.demo.seed import seeding
from backend.searching.models import SearchEntry

#: Beside the tables of the tests, in the same PostgreSQL.
_SCHEMA = "made_up_cases"


class MadeUpCases:
    """Puts the made-up cases into empty databases."""

    def __init__(self, file: Path, clients: ClientBook, today: date) -> None:
        self._file = file
        self._clients = clients
        self._today = today
        self._written: list[Table] = []

    async def put_into(self, database: Database) -> None:
        """Seeds the first database of its kind as the product does; the later ones get a copy."""
        if database.url.get_backend_name() == "sqlite":
            await self._put_into_sqlite(database)
        else:
            await self._put_into_postgresql(database)

    async def _put_into_sqlite(self, database: Database) -> None:
        file = Path(str(database.url.database))
        if self._file.exists():
            _copy(self._file, file)
        else:
            await seeding(database, self._clients, self._today)
            _copy(file, self._file)

    async def _put_into_postgresql(self, database: Database) -> None:
        if self._written:
            async with database.engine.begin() as connection:
                for table in self._written:
                    await connection.execute(text(_insertion(table)))
        else:
            await seeding(database, self._clients, self._today)
            async with database.engine.begin() as connection:
                self._written = await _keep(connection)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as given, closing(sqlite3.connect(target)) as taken:
        given.backup(taken)


async def _keep(connection: AsyncConnection) -> list[Table]:
    """Copies the tables that have rows; gives them in the order in which they can be filled.

    The index of what can be found is none of them: the database fills it with each row.
    """
    kept = []
    await connection.execute(text(f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE"))
    await connection.execute(text(f"CREATE SCHEMA {_SCHEMA}"))
    for table in Base.metadata.sorted_tables:
        if table.name == SearchEntry.__tablename__:
            continue
        if await connection.scalar(text(f'SELECT EXISTS (SELECT FROM "{table.name}")')):
            name = f'{_SCHEMA}."{table.name}"'
            await connection.execute(text(f'CREATE TABLE {name} AS TABLE "{table.name}"'))
            kept.append(table)
    return kept


def _insertion(table: Table) -> str:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'INSERT INTO "{table.name}" ({columns}) SELECT {columns} FROM {_SCHEMA}."{table.name}"'
