"""Brings a database to a step, fills it as one was filled then, and takes it on."""

import asyncio

from alembic import command
from sqlalchemy import Engine, text

from backend.database.migrating import configuration


async def stepped(empty: Engine, before: str, statements: str, after: str) -> Engine:
    """The database at the step `after`, with what the statements wrote at the step `before`."""
    await asyncio.to_thread(command.upgrade, configuration(str(empty.url)), before)
    with empty.begin() as connection:
        for statement in filter(str.strip, statements.split(";\n")):
            connection.execute(text(statement))
    await asyncio.to_thread(command.upgrade, configuration(str(empty.url)), after)
    return empty
