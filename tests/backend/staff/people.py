"""Somebody of a role, signed in."""

from uuid import uuid4

import httpx
from fastapi import FastAPI

from backend.clock import utc_now
from backend.identity.access import fingerprint, new_token
from backend.services import Services
from backend.staff.models import StaffSession, StaffUser
from backend.staff.signing_in import COOKIE, LIFETIME

HEADERS = {"X-Requested-With": "sovinto"}


class Somebody:
    """A user with a browser of the own."""

    def __init__(self, http: httpx.AsyncClient, id: str, role: str) -> None:
        self.http, self.id, self.role = http, id, role


async def somebody(
    app: FastAPI,
    house: Services,
    role: str,
    clients: list[str] | None = None,
    *,
    password_hash: str = "-",
    language: str = "en",
) -> Somebody:
    """A new user of the role, of all clients unless they are named."""
    id, cookie = uuid4().hex, new_token()
    async with house.database.transaction() as session:
        session.add(
            StaffUser(
                id=id,
                email=f"{role}.{id[:6]}@staff",
                name=f"{role.capitalize()} Ek",
                role=role,
                language=language,
                clients=clients or ["*"],
                password_hash=password_hash,
            )
        )
        await session.flush()
        over = utc_now() + LIFETIME
        session.add(StaffSession(id=fingerprint(cookie), user_id=id, expires_at=over))
    transport = httpx.ASGITransport(app)
    http = httpx.AsyncClient(
        transport=transport, base_url="http://test.local", headers=HEADERS, cookies={COOKIE: cookie}
    )
    return Somebody(http, id, role)
