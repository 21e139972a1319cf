"""The application's services, and a debtor with a plan."""

from collections.abc import AsyncIterator
from datetime import date

import httpx
import pytest
from fastapi import FastAPI

from backend.services import Services
from tests.backend.conversations.fixtures import (  # noqa: F401
    app,
    house,
    http,
    rasa,
    shared,
)
from tests.backend.conversations.people import a_case
from tests.backend.followup.debtor import Debtor


@pytest.fixture
async def debtor(house: Services) -> Debtor:  # noqa: F811
    """Somebody with a plan of three instalments of 1 620,00, on the 2nd of each month."""
    await a_case(house.database, "LI-1")
    return await Debtor.with_plan(house, "LI-1", date(2026, 12, 2), [162_000] * 3)


@pytest.fixture
async def api(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:  # noqa: F811
    """A service with its token."""
    transport = httpx.ASGITransport(app)
    headers = {"Authorization": "Bearer demo"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", headers=headers
    ) as caller:
        yield caller
