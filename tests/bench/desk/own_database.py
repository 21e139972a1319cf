"""A database of the bench's own, which is gone when it is done, on the server that there is."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import asyncpg


@contextmanager
def own_database(server: str | None) -> Iterator[str | None]:
    """The URL of an empty database beside the one that is given, which others may use; None for none."""
    if server is None:
        yield None
        return
    name = f"sovinto_desk_{uuid4().hex[:8]}"
    asyncio.run(_tell(server, f'CREATE DATABASE "{name}"'))
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        asyncio.run(_tell(server, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _tell(server: str, statement: str) -> None:
    connection = await asyncpg.connect(server)
    await connection.execute(statement)
    await connection.close()
