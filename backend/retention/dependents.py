"""Removes rows with all that belongs to them: the tables themselves say what that is.

A row that cannot be without what it points at goes with it; one that can stays and points nowhere.
So a new table that points at a conversation is never forgotten here.
"""

from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.database import Base


async def remove_with_dependents(
    session: AsyncSession, table: Table, chosen: ColumnElement[bool]
) -> None:
    """Removes the chosen rows of the table."""
    for other in Base.metadata.tables.values():
        for key in other.foreign_keys:
            if key.column.table is not table or other is table:
                continue
            points_there = key.parent.in_(select(key.column).where(chosen))
            if key.parent.nullable:
                await session.execute(update(other).where(points_there).values({key.parent: None}))
            else:
                await remove_with_dependents(session, other, points_there)
    await session.execute(delete(table).where(chosen))
