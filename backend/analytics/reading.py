"""Reads what is counted, beside those who write: no lock, and the same tables."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession

from backend.database import Database


@asynccontextmanager
async def reading(database: Database) -> AsyncIterator[AsyncSession]:
    """A session that only reads, so that a year of figures holds up no debtor's message."""
    async with AsyncSession(database.engine) as session:
        yield session
