"""What is answered while no connection to the database is to be had."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from backend.database import Database
from backend.database.busy import answer_when_busy
from tests.backend.conftest import on_a_server


@pytest.fixture
async def narrow(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Database, httpx.AsyncClient]]:
    """A database with a single connection, and an application that asks it."""
    pool = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.1}
    monkeypatch.setattr("backend.database.engine._POOL", pool)
    one = Database(database.url.render_as_string(hide_password=False))
    app = FastAPI()
    answer_when_busy(app)

    @app.get("/one")
    async def ask() -> int:
        async with one.transaction() as session:
            return int(await session.scalar(text("SELECT 1")) or 0)

    @app.get("/cut-off")
    async def lose() -> None:
        async with one.transaction() as session:
            pid = await session.scalar(text("SELECT pg_backend_pid()"))
            async with database.transaction() as other:
                await other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
            await session.execute(text("SELECT 1"))

    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as http:
        yield one, http
    await one.close()


def is_busy(answer: httpx.Response) -> bool:
    assert answer.headers["Retry-After"] == "2"
    return (answer.status_code, answer.json()["type"]) == (503, "/problems/busy")


@on_a_server
async def test_who_gets_no_connection_in_time_is_told_to_try_again(
    narrow: tuple[Database, httpx.AsyncClient],
) -> None:
    database, http = narrow
    async with database.transaction() as session:
        await session.execute(text("SELECT 1"))
        assert is_busy(await http.get("/one"))
    assert (await http.get("/one")).json() == 1


@on_a_server
async def test_who_is_cut_off_is_told_to_try_again_and_then_gets_another_connection(
    narrow: tuple[Database, httpx.AsyncClient],
) -> None:
    _, http = narrow
    assert is_busy(await http.get("/cut-off"))
    assert (await http.get("/one")).json() == 1
