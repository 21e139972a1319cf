"""Opens the database and hands out sessions."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from backend.database.errors import leave_out_values


class Database:
    """One engine and its sessions. `url` is an async SQLAlchemy URL; a plain one is completed."""

    def __init__(self, url: str) -> None:
        self.url = make_url(_with_async_driver(url))
        if self.is_sqlite and self.url.database and self.url.database != ":memory:":
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        options: dict[str, Any] = {} if self.is_sqlite else {"pool_size": 10, "pool_pre_ping": True}
        self.engine = create_async_engine(self.url, hide_parameters=True, **options)
        event.listen(self.engine.sync_engine, "handle_error", leave_out_values)
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
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
