"""Adds a row unless there is one with its key: the database decides between twins."""

from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from backend.database.base import Base


async def insert_once(session: AsyncSession, table: type[Base], **values: Any) -> bool:
    """True when the row is new (INSERT ... ON CONFLICT DO NOTHING)."""
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    key = inspect(table).primary_key
    added = insert(table).values(**values).on_conflict_do_nothing().returning(*key)
    return (await session.execute(added)).first() is not None
