"""An application with the real database, the real wire to an assistant, and an HTTP client."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from backend.app import create_app
from backend.clients import ClientBook
from backend.clock import Clock
from backend.conversations.assistant import AssistantClient
from backend.database import Database
from backend.handoff.board import Board
from backend.handoff.queue_presses import take_queue_press
from backend.handoff.queue_words import word_of_the_queue
from backend.handoff.telling import QUEUE
from backend.live import Live
from backend.services import Services
from backend.settings import Settings
from backend.staff.reopening import reopen
from backend.texts import read_texts
from tests.backend.conversations.fake_rasa import FakeRasa

CLIENTS = Path(__file__).with_name("clients")
#: A Wednesday on which the clients are open, and the evening of the same day.
OPEN = Clock(date(2026, 11, 25), time(10, 0))
CLOSED = Clock(date(2026, 11, 25), time(21, 0))


@pytest.fixture
async def rasa() -> AsyncIterator[FakeRasa]:
    """An assistant that is there."""
    assistant = FakeRasa()
    await assistant.start()
    yield assistant
    await assistant.stop()


@pytest.fixture
def shared() -> Live:
    """What processes share, within one process."""
    return Live.in_memory()


@pytest.fixture
async def house(database: Database, rasa: FakeRasa, shared: Live) -> AsyncIterator[Services]:
    """The application's services."""
    async with services_over(database, rasa, shared, CLIENTS) as found:
        yield found


@asynccontextmanager
async def services_over(
    database: Database, rasa: FakeRasa, shared: Live, clients: Path, **more: Any
) -> AsyncIterator[Services]:
    """Services over these neighbours and the client files of a folder; `more` are settings."""
    settings = Settings(_env_file=None, turn_timeout_seconds=1.0, rasa_urls=[rasa.url], **more)
    assistant = AssistantClient([rasa.url], "demo", settings.turn_timeout_seconds)
    yield Services(
        settings=settings,
        database=database,
        clock=OPEN,
        clients=ClientBook.read(clients),
        hub=shared.hub,
        assistant=assistant,
        texts=read_texts(),
        own_buttons={QUEUE: take_queue_press},
        own_words=(word_of_the_queue,),
        when_reopened=reopen,
        where_in_queue=Board().event,
    )
    await assistant.close()


@pytest.fixture
def app(house: Services, shared: Live) -> FastAPI:
    """The application, with nothing running beside it."""
    return create_app(house, shared)


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """Asks the application; the address is loopback."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.fixture
def closed_now(app: FastAPI, house: Services) -> None:
    """Outside all opening hours."""
    app.state.services = replace(house, clock=CLOSED)


class Visitor:
    """A debtor's page."""

    def __init__(self, http: httpx.AsyncClient, begun: httpx.Response) -> None:
        self.http = http
        self.begun = begun.json()
        self.id: str = self.begun["id"]
        self.path = f"/api/chat/conversations/{self.id}"
        self.headers = {"Authorization": f"Bearer {self.begun['access_token']}"}

    @classmethod
    async def arrives(
        cls, http: httpx.AsyncClient, client: str = "lind", **more: object
    ) -> "Visitor":
        """Begins a conversation."""
        wanted = {"client": client, "token": None, "language": None, **more}
        begun = await http.post("/api/chat/conversations", json=wanted)
        assert begun.status_code == 201, begun.text
        return cls(http, begun)

    async def sends(
        self, text: str, payload: str | None = None, id: str | None = None
    ) -> httpx.Response:
        """Sends a message."""
        sent = {"id": id or str(uuid4()), "text": text}
        if payload is not None:
            sent["payload"] = payload
        return await self.http.post(f"{self.path}/messages", json=sent, headers=self.headers)

    async def hears(self, text: str, **more: str) -> list[str]:
        """Sends a message and gives the texts of the answers."""
        answer = await self.sends(text, **more)
        assert answer.status_code == 200, answer.text
        return [message["text"] for message in answer.json()["messages"]]

    async def identifies(self, token: str) -> httpx.Response:
        """Shows a payment-page token."""
        return await self.http.post(
            f"{self.path}/identify", json={"token": token}, headers=self.headers
        )

    async def reads(self) -> Any:
        """Loads the page again."""
        shown = await self.http.get(self.path, headers=self.headers)
        assert shown.status_code == 200, shown.text
        return shown.json()

    async def transcript(self) -> list[str]:
        """All texts in order."""
        return [message["text"] for message in (await self.reads())["messages"]]


@pytest.fixture
async def served(app: FastAPI) -> AsyncIterator[str]:
    """The application on a port of its own, for sockets; `host:port`."""
    config = uvicorn.Config(app, port=0, log_level="error", ws="websockets-sansio", lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    host, port = server.servers[0].sockets[0].getsockname()
    yield f"{host}:{port}"
    server.should_exit = True
    await serving
