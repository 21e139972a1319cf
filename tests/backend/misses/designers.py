"""Designers at the console, messages that were missed, and a working copy to teach."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from backend.clock import utc_now
from backend.conversations.models import Conversation, Message
from backend.eventlog import record, where_of
from backend.eventlog.recording import read_kinds
from backend.identity.access import fingerprint, new_token
from backend.services import Services
from backend.staff.models import StaffSession, StaffUser
from backend.staff.signing_in import COOKIE, LIFETIME
from tests.backend.staff.agents import HEADERS

SMALL = Path(__file__).parents[1] / "designing" / "project"
RANKING = [
    {"name": "ask_balance", "confidence": 0.31},
    {"name": "greet", "confidence": 0.2},
]


class Designer:
    """Somebody at the console."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def lists(self, **query: object) -> Any:
        """The page of missed messages."""
        answer = await self.http.get("/api/staff/misses", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def does(self, what: str, miss: int, **body: object) -> httpx.Response:
        """Teaches, sets aside or takes back."""
        return await self.http.post(f"/api/staff/misses/{miss}/{what}", json=body)

    async def only(self, **query: object) -> Any:
        """The one message that is listed."""
        [item] = (await self.lists(**query))["items"]
        return item


async def enters(
    app: FastAPI, house: Services, role: str, language: str, clients: list[str]
) -> Designer:
    """A signed-in user with a browser."""
    browser = httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://test.local", headers=HEADERS
    )
    cookie = new_token()
    async with house.database.transaction() as session:
        user = StaffUser(
            id=uuid4().hex,
            email=f"{uuid4().hex}@staff",
            name="Ronja Sand",
            role=role,
            language=language,
            clients=clients,
            password_hash="-",
        )
        session.add(user)
        await session.flush()
        over = utc_now() + LIFETIME
        session.add(StaffSession(id=fingerprint(cookie), user_id=user.id, expires_at=over))
    browser.cookies.set(COOKIE, cookie, domain="test.local", path="/api/staff")
    return Designer(browser)


@pytest.fixture
async def designer(app: FastAPI, house: Services) -> AsyncIterator[Designer]:
    """A designer of all clients, who reads English."""
    entered = await enters(app, house, "designer", "en", ["*"])
    yield entered
    await entered.http.aclose()


@pytest.fixture
async def of_pyy(app: FastAPI, house: Services) -> AsyncIterator[Designer]:
    """A designer of the client pyy alone, who reads Finnish."""
    entered = await enters(app, house, "designer", "fi", ["pyy"])
    yield entered
    await entered.http.aclose()


@pytest.fixture
async def analyst(app: FastAPI, house: Services) -> AsyncIterator[Designer]:
    """An analyst, who sees figures and no missed messages."""
    entered = await enters(app, house, "analyst", "en", ["*"])
    yield entered
    await entered.http.aclose()


@pytest.fixture
def copy(tmp_path: Path, app: FastAPI, house: Services) -> Path:
    """A small working copy, which the application is set to."""
    folder = tmp_path / "copy"
    shutil.copytree(SMALL, folder)
    set_copy(app, house, folder)
    return folder


def set_copy(app: FastAPI, house: Services, folder: Path | None, **more: Any) -> None:
    """Sets the application's working copy."""
    settings = house.settings.model_copy(update={"working_copy": folder, **more})
    app.state.services = replace(house, settings=settings)


async def missed(
    house: Services,
    text: str,
    *,
    client: str = "lind",
    language: str = "sv",
    case: str | None = None,
    before: str = "Vad vill du göra?",
    understood: bool = False,
    ranking: list[dict[str, Any]] = RANKING,
) -> None:
    """A conversation in which the assistant did not understand the debtor's message."""
    id = uuid4().hex
    data = {"intent": "nlu_fallback", "confidence": 0.3, "language": language, "ranking": ranking}
    async with house.database.transaction() as session:
        conversation = Conversation(
            id=id, client=client, access_hash="-", language=language, case_reference=case
        )
        session.add(conversation)
        await session.flush()
        lines = [("m1", "assistant", before, None), ("m2", "debtor", text, data)]
        for seq, (name, sender, said, made) in enumerate(lines, start=1):
            session.add(
                Message(
                    conversation_id=id, id=name, seq=seq, sender=sender, text=said, understood=made
                )
            )
        fields = dict.fromkeys(read_kinds()["turn_answered"]["data"])
        fields |= {"turn": "m2", "missed": not understood, "milliseconds": 1}
        record(session, "turn_answered", where_of(conversation), **fields)
