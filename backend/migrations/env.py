"""Alembic's entry: runs migrations on the URL that `backend.database.migrating` gives."""

import asyncio
from typing import Literal

from alembic import context
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from backend.database import Base, MomentUTC
from backend.searching.index.building import mend_index
from backend.tables import import_all_tables

import_all_tables()

#: Any number, the same in each process: only one migrates at a time.
LOCK = 7_264_391


def run_migrations(connection: Connection) -> None:
    """Runs within one transaction; on PostgreSQL behind a lock that ends with it."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=_render_item,
        include_name=_is_ours,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        if connection.dialect.name == "sqlite":
            # Copying a table drops it first, and triggers of others may tell of it.
            connection.exec_driver_sql("PRAGMA legacy_alter_table=ON")
        context.run_migrations()
        mend_index(connection)


def _render_item(kind: str, item: object, _: object) -> str | Literal[False]:
    """Moments are written as what they are in the database, so old migrations need no code of ours."""
    return "sa.DateTime(timezone=True)" if isinstance(item, MomentUTC) else False


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    """SQLite keeps its index of words in tables of its own, which no model describes."""
    return not (kind == "table" and name and name.startswith("search_index"))


async def main() -> None:
    """Opens a connection for the run."""
    engine = create_async_engine(context.config.get_main_option("sqlalchemy.url") or "")
    async with engine.begin() as connection:
        await connection.run_sync(run_migrations)
    await engine.dispose()


asyncio.run(main())
