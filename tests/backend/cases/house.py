"""What the tests of clients, cases, agreements and the demonstration have in common."""

from collections.abc import AsyncIterator
from datetime import date, time
from typing import Any, cast

import httpx
import pytest
from fastapi import FastAPI

from backend import pages, problems
from backend.agreements.routes import router as agreements_router
from backend.cases.routes import router as cases_router
from backend.clients import ClientBook
from backend.clients.routes import router as clients_router
from backend.clock import Clock
from backend.database import Database
from backend.demo.routes import router as demo_router
from backend.services import Services
from backend.settings import Settings
from backend.texts import read_texts
from tests.backend.cases.made_up_cases import MadeUpCases

DEMO_DAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def clients() -> ClientBook:
    return ClientBook.read(Settings().clients_folder)


@pytest.fixture
def clock() -> Clock:
    """Saturday morning of the demo day."""
    return Clock(DEMO_DAY, time(10, 0))


@pytest.fixture
def services(database: Database, clients: ClientBook, clock: Clock) -> Services:
    """The services, without the two that none of these packages asks for."""
    return Services(
        settings=Settings(),
        database=database,
        clock=clock,
        clients=clients,
        hub=cast(Any, None),
        assistant=cast(Any, None),
        texts=read_texts(),
    )


@pytest.fixture(scope="session")
def made_up_cases(tmp_path_factory: pytest.TempPathFactory, clients: ClientBook) -> MadeUpCases:
    return MadeUpCases(tmp_path_factory.mktemp("made-up") / "cases.sqlite3", clients, DEMO_DAY)


@pytest.fixture
async def seeded(services: Services, made_up_cases: MadeUpCases) -> Services:
    """The services over a database with the made-up cases."""
    await made_up_cases.put_into(services.database)
    return services


@pytest.fixture
async def visitor(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """A caller without a token."""
    app = FastAPI()
    app.state.services = services
    problems.install(app)
    for router in (clients_router, cases_router, agreements_router, demo_router):
        app.include_router(router)
    pages.mount(app, services.settings)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://sovinto.test") as caller:
        yield caller


@pytest.fixture
def api(visitor: httpx.AsyncClient, seeded: Services) -> httpx.AsyncClient:
    """A service with its token, over the made-up cases."""
    visitor.headers["Authorization"] = "Bearer demo"
    return visitor
