"""Builds the application: services, routes, and what runs beside them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import Lifespan

from backend import health, pages, problems
from backend.agreements.routes import router as agreements
from backend.cases.routes import router as cases
from backend.clients.book import ClientBook
from backend.clients.routes import router as clients
from backend.clock import Clock
from backend.conversations.assistant import AssistantClient
from backend.conversations.recovery import Recovery
from backend.conversations.routes import router as conversations
from backend.database import Database
from backend.demo.preparing import prepare
from backend.demo.routes import router as demo
from backend.handoff.routes import router as handoff
from backend.live.limits import read_limits
from backend.live.opening import Live, open_live
from backend.metrics.requests import RequestLog
from backend.services import Services
from backend.settings import Settings
from backend.staff.routes import router as staff
from backend.texts import read_texts

ROUTES = [conversations, clients, cases, agreements, handoff, staff, demo, health.router]


def make_services(settings: Settings, database: Database, live: Live) -> Services:
    """The services that the settings describe."""
    return Services(
        settings=settings,
        database=database,
        clock=Clock(settings.assistant_today, settings.assistant_time),
        clients=ClientBook.read(settings.clients_folder),
        hub=live.hub,
        assistant=AssistantClient(
            settings.rasa_urls,
            settings.rasa_secret.get_secret_value(),
            settings.turn_timeout_seconds,
        ),
        texts=read_texts(),
    )


def create_app(services: Services, live: Live) -> FastAPI:
    """The application over given services; it starts nothing beside itself."""
    app = _build(services.settings)
    app.state.services, app.state.live = services, live
    return app


def serve_app(settings: Settings) -> FastAPI:
    """The application as it serves: it opens its services when the server starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with _open_services(settings) as (services, live):
            app.state.services, app.state.live = services, live
            yield

    return _build(settings, lifespan)


def _build(settings: Settings, lifespan: Lifespan[FastAPI] | None = None) -> FastAPI:
    app = FastAPI(title="Sovinto", version="0.1.0", redoc_url=None, lifespan=lifespan)
    problems.install(app)
    for router in ROUTES:
        app.include_router(router)
    pages.mount(app, settings)
    app.add_middleware(RequestLog)
    return app


@asynccontextmanager
async def _open_services(settings: Settings) -> AsyncIterator[tuple[Services, Live]]:
    """Database open, demo data laid, and what was left unanswered taken up again."""
    database = Database(settings.database_url)
    try:
        async with open_live(settings.redis_url, read_limits(settings.limits_file)) as live:
            services = make_services(settings, database, live)
            if settings.demo:
                async with live.locks.hold("demo-data"):
                    await prepare(services)
            recovering = asyncio.create_task(Recovery(services, live.locks).run())
            try:
                yield services, live
            finally:
                recovering.cancel()
                await asyncio.gather(recovering, return_exceptions=True)
                await services.assistant.close()
    finally:
        await database.close()
