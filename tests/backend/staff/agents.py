"""Agents with browsers of their own."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from backend.clock import utc_now
from backend.identity.access import fingerprint, new_token
from backend.services import Services
from backend.staff.models import StaffSession, StaffUser
from backend.staff.signing_in import COOKIE, LIFETIME
from tests.backend.conversations.fixtures import Visitor

PASSWORD = "a good password"
HEADERS = {"X-Requested-With": "sovinto"}
USERS = [
    ("alm@staff", "Siri Alm", "en", ["*"]),
    ("lind@staff", "Linnea Björk", "sv", ["lind"]),
    ("pyy@staff", "Aino Koivu", "fi", ["pyy"]),
]


class Agent:
    """Somebody at the console."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def signs_in(self, email: str, password: str = PASSWORD) -> httpx.Response:
        """Opens a session."""
        given = {"email": email, "password": password}
        return await self.http.post("/api/staff/session", json=given)

    async def lists(self, state: str = "waiting") -> Any:
        """Reads a list."""
        answer = await self.http.get("/api/staff/handoffs", params={"state": state})
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def listed(self, state: str = "waiting") -> list[str]:
        """The conversations of a list."""
        return [item["conversation"] for item in (await self.lists(state))["items"]]

    async def reads(self, visitor: Visitor) -> httpx.Response:
        """Opens a conversation."""
        return await self.http.get(f"/api/staff/conversations/{visitor.id}")

    async def does(self, visitor: Visitor, what: str, **how: object) -> httpx.Response:
        """Takes, closes or returns."""
        return await self.http.post(f"/api/staff/conversations/{visitor.id}/{what}", json=how)

    async def says(self, visitor: Visitor, text: str, id: str | None = None) -> httpx.Response:
        """Writes to the debtor."""
        return await self.does(visitor, "messages", id=id or str(uuid4()), text=text)


@pytest.fixture(scope="session")
def password_hash() -> str:
    """Hashed once: it is meant to take long."""
    return PasswordHasher().hash(PASSWORD)


@pytest.fixture
async def agents(app: FastAPI, house: Services, password_hash: str) -> AsyncIterator[list[Agent]]:
    """One agent for each of USERS, signed in."""
    signed_in = [Agent(_browser(app)) for _ in USERS]
    async with house.database.transaction() as session:
        for agent, (email, name, language, clients) in zip(signed_in, USERS, strict=True):
            user = StaffUser(
                id=uuid4().hex,
                email=email,
                name=name,
                role="agent",
                language=language,
                clients=clients,
                password_hash=password_hash,
            )
            session.add(user)
            await session.flush()
            cookie, over = new_token(), utc_now() + LIFETIME
            session.add(StaffSession(id=fingerprint(cookie), user_id=user.id, expires_at=over))
            agent.http.cookies.set(COOKIE, cookie, domain="test.local", path="/api/staff")
    yield signed_in
    for agent in signed_in:
        await agent.http.aclose()


def _browser(app: FastAPI) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app)
    return httpx.AsyncClient(transport=transport, base_url="http://test.local", headers=HEADERS)


@pytest.fixture
def alm(agents: list[Agent]) -> Agent:
    """An agent of all clients."""
    return agents[0]


@pytest.fixture
def lind_only(agents: list[Agent]) -> Agent:
    """An agent of the client lind."""
    return agents[1]


@pytest.fixture
def pyy_only(agents: list[Agent]) -> Agent:
    """An agent of the client pyy."""
    return agents[2]
