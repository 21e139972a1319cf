"""A service that calls the case API of given services."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI

from backend import problems
from backend.agreements.routes import router as agreements_router
from backend.cases.routes import router as cases_router
from backend.services import Services


@asynccontextmanager
async def caller(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """A service with its token."""
    app = FastAPI()
    app.state.services = services
    problems.install(app)
    for router in (cases_router, agreements_router):
        app.include_router(router)
    headers = {"Authorization": "Bearer demo"}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://sovinto.test", headers=headers
    ) as client:
        yield client
