"""Opens the database and hands out sessions."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from backend.database.errors import leave_out_values
from backend.database.resting import ask_after_rest

#: Who waits longer for a connection than this is told that it is busy (busy.py), and tries again.
_POOL = {"pool_size": 20, "max_overflow": 0, "pool_timeout": 15}
#: Statements that each connection keeps prepared; the lists of several lengths are one each.
_PREPARED = {"prepared_statement_cache_size": 500}


class Database:
    """One engine and its sessions. `url` is an async SQLAlchemy URL; a plain one is completed."""

    def __init__(self, url: str) -> None:
        self.url = make_url(_with_async_driver(url))
        if self.is_sqlite and self.url.database and self.url.database != ":memory:":
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        options: dict[str, Any] = {} if self.is_sqlite else {**_POOL, "connect_args": _PREPARED}
        self.engine = create_async_engine(self.url, hide_parameters=True, **options)
        event.listen(self.engine.sync_engine, "handle_error", leave_out_values)
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
        else:
            ask_after_rest(self.engine.sync_engine)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        by_itself = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._looks = async_sessionmaker(by_itself, expire_on_commit=False)
        # SQLite lets one in at a time but keeps no queue, so under load somebody waits for ever.
        self._turnstile = asyncio.Lock() if self.is_sqlite else None

    @property
    def is_sqlite(self) -> bool:
        """True for the default database, which allows one writer at a time."""
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session whose work is committed at the end, or undone when an error leaves it.

        Never held while another process is asked: SQLite has one writer, and the assistant's
        actions write through this same backend.
        """
        async with self._turnstile or nullcontext(), self._sessions() as session, session.begin():
            yield session

    def look(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A session for statements that need not hold together: each is a transaction by itself.

        So one of them costs one way to the database and back instead of three. A file has no way to it,
        and there the change into this and back would cost more.
        """
        return self.transaction() if self.is_sqlite else self._looks()

    async def close(self) -> None:
        """Closes all connections."""
        await self.engine.dispose()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # SQLite's own knows the letters of ASCII alone, and people search for Åsa as åsa.
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "busy_timeout=5000",
        "synchronous=NORMAL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _lower(text: Any) -> Any:
    return text.lower() if isinstance(text, str) else text


def _with_async_driver(url: str) -> str:
    for plain, complete in (
        ("postgresql://", "postgresql+asyncpg://"),
        ("postgres://", "postgresql+asyncpg://"),
        ("sqlite:///", "sqlite+aiosqlite:///"),
    ):
        if url.startswith(plain):
            return complete + url.removeprefix(plain)
    return url
