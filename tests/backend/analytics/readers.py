"""Users of the figures' pages, with sessions of their own."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from backend.clock import utc_now
from backend.identity.access import fingerprint, new_token
from backend.services import Services
from backend.staff.models import StaffSession, StaffUser
from backend.staff.signing_in import COOKIE, LIFETIME
from tests.backend.staff.agents import HEADERS

PATH = "/api/staff/figures"
USERS = [
    ("all@staff", "analyst", "en", ["*"]),
    ("lind@staff", "analyst", "fi", ["lind"]),
    ("agent@staff", "agent", "sv", ["*"]),
]


class Reader:
    """Somebody who asks for figures."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def asks(self, path: str = "", **query: Any) -> httpx.Response:
        """Sends a query; `first` and `last` are the days."""
        days = {"from": query.pop("first", None), "to": query.pop("last", None)}
        given = {name: value for name, value in {**days, **query}.items() if value is not None}
        return await self.http.get(f"{PATH}{path}", params=given)

    async def reads(self, path: str = "", **query: Any) -> Any:
        """What a good query answers."""
        answer = await self.asks(path, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def figures(self, **query: Any) -> dict[str, Any]:
        """The figures by their name."""
        shown = (await self.reads(**query))["figures"]
        return {figure["name"]: figure for figure in shown}

    async def listed(self, **query: Any) -> list[str]:
        """The ids of the conversations behind a figure."""
        return [item["id"] for item in (await self.reads("/conversations", **query))["items"]]


@pytest.fixture
async def readers(app: FastAPI, house: Services, password_hash: str) -> AsyncIterator[list[Reader]]:
    """One for each of USERS, signed in."""
    found = []
    async with house.database.transaction() as session:
        for email, role, language, clients in USERS:
            user = StaffUser(
                id=uuid4().hex,
                email=email,
                name="Aino Koivu",
                role=role,
                language=language,
                clients=clients,
                password_hash=password_hash,
            )
            session.add(user)
            await session.flush()
            cookie, over = new_token(), utc_now() + LIFETIME
            session.add(StaffSession(id=fingerprint(cookie), user_id=user.id, expires_at=over))
            transport = httpx.ASGITransport(app)
            http = httpx.AsyncClient(
                transport=transport, base_url="http://test.local", headers=HEADERS
            )
            http.cookies.set(COOKIE, cookie, domain="test.local", path="/api/staff")
            found.append(Reader(http))
    yield found
    for reader in found:
        await reader.http.aclose()


@pytest.fixture
def analyst(readers: list[Reader]) -> Reader:
    """Reads all clients, in English."""
    return readers[0]


@pytest.fixture
def lind_reader(readers: list[Reader]) -> Reader:
    """Reads the client lind, in Finnish."""
    return readers[1]


@pytest.fixture
def stranger(readers: list[Reader]) -> Reader:
    """An agent, who may not read figures."""
    return readers[2]
