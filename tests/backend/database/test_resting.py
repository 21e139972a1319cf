"""Connections that were cut off while they rested."""

from sqlalchemy import Engine, text

from backend.database import Database
from backend.database.resting import ask_after_rest
from tests.backend.conftest import on_a_server


async def one(database: Database) -> int:
    async with database.transaction() as session:
        return int(await session.scalar(text("SELECT 1")) or 0)


async def cut_off_all_but_this(database: Database) -> None:
    others = "pid <> pg_backend_pid() AND datname = current_database()"
    async with database.transaction() as session:
        await session.execute(
            text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
        )


@on_a_server
async def test_a_connection_that_was_cut_off_while_it_rested_is_replaced(
    database: Database,
) -> None:
    rested = Database(database.url.render_as_string(hide_password=False))
    ask_after_rest(rested.engine.sync_engine, rested_seconds=0)
    assert await one(rested) == 1
    await cut_off_all_but_this(database)
    assert await one(rested) == 1
    await rested.close()


@on_a_server
async def test_a_connection_in_use_a_moment_ago_is_not_asked(database: Database) -> None:
    asked = asked_of(database.engine.sync_engine)
    for _ in range(3):
        await one(database)
    assert asked == []


def asked_of(engine: Engine) -> list[str]:
    """Notes each time that a connection of the engine is asked."""
    asked: list[str] = []
    ping = engine.dialect.do_ping

    def noted(connection: object) -> bool:
        asked.append("asked")
        return ping(connection)  # type: ignore[arg-type]

    engine.dialect.do_ping = noted  # type: ignore[method-assign]
    return asked
