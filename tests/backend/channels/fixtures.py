"""The product as it serves, with the doubles of the messengers in it and no worker of its own.

A test says when the worker works, so nothing has to be waited for.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy import select

from backend.app import create_app
from backend.channels.models import Contact, Delivery, InboxMessage, Thread
from backend.channels.worker import ChannelWorker
from backend.conversations.models import Conversation, Message
from backend.database import Base, Database
from backend.eventlog.models import LoggedEvent
from backend.live import Live
from backend.services import Services
from tests.backend.channels.signed import signed
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import rasa, services_over, shared
from tests.neighbours import free_port

__all__ = ["Phone", "Product", "house", "product", "rasa", "shared"]

CLIENTS = Path(__file__).with_name("clients")


class Product:
    """The product and what stands in its database."""

    def __init__(
        self, house: Services, live: Live, app: FastAPI, outside: httpx.AsyncClient
    ) -> None:
        self.house, self.live, self.app, self.outside = house, live, app, outside
        self.worker = ChannelWorker(house, live)

    def phone(self, channel: str, client: str = "lind", number: int = 48213) -> "Phone":
        """Somebody's phone, with one client's chat open."""
        return Phone(self, channel, client, number)

    async def posts(
        self, channel: str, content: bytes, client: str = "lind", **headers: str
    ) -> httpx.Response:
        """A webhook with the right signature, unless `headers` say otherwise."""
        given = {**signed(self.house.settings, channel, client, content), **headers}
        return await self.outside.post(f"/channels/{channel}", content=content, headers=given)

    async def rows(self, table: type[Base]) -> Sequence[Any]:
        """All rows of a table."""
        async with self.house.database.transaction() as session:
            return (await session.scalars(select(table))).all()

    async def inbox(self) -> Sequence[InboxMessage]:
        return await self.rows(InboxMessage)

    async def refusals(self) -> list[str]:
        """Why messages were refused, as it stands in the figures."""
        events = await self.rows(LoggedEvent)
        return [event.data["why"] for event in events if event.kind == "message_refused"]

    async def deliveries(self) -> list[Delivery]:
        found = await self.rows(Delivery)
        return sorted(found, key=lambda piece: (piece.seq, piece.part))

    async def conversation(self) -> Conversation:
        """The only conversation."""
        [found] = await self.rows(Conversation)
        return found

    async def transcript(self) -> list[str]:
        """Who said what in the only conversation."""
        messages = sorted(await self.rows(Message), key=lambda message: message.seq)
        return [f"{message.sender}: {message.text}" for message in messages]

    async def changes(self, table: type[Contact | Thread | Conversation], **values: Any) -> None:
        """Sets columns of the only row of a table."""
        async with self.house.database.transaction() as session:
            row = (await session.scalars(select(table))).one()
            for name, value in values.items():
                setattr(row, name, value)

    async def orders(self, channel: str, answer: str, times: int = 1) -> None:
        """The next calls of a messenger's API get this answer."""
        ordered = await self.outside.post(
            f"/demo/messengers/{channel}/next", json={"answer": answer, "times": times}
        )
        assert ordered.status_code == 204, ordered.text


class Phone:
    """A phone, by the doubles of the messengers."""

    def __init__(self, product: Product, channel: str, client: str, number: int) -> None:
        self._product = product
        self._path = f"/demo/phone/{client}/{number}/{channel}"
        self._seen = 0

    async def sends(self, text: str) -> None:
        """Writes, and the product does nothing about it yet."""
        await self.does("texts", text=text)

    async def does(self, what: str, **body: Any) -> None:
        done = await self._product.outside.post(f"{self._path}/{what}", json=body)
        assert done.status_code == 204, done.text

    async def writes(self, text: str) -> list[str]:
        """Writes, and reads what comes."""
        await self.sends(text)
        return await self.reads()

    async def presses(self, title: str) -> list[str]:
        """Presses the button that says so, and reads what comes."""
        for shown in reversed(await self.shown()):
            for choice in (choice for row in shown["rows"] for choice in row):
                if choice["title"] == title:
                    await self.does("presses", message=shown["id"], choice=choice["id"])
                    return await self.reads()
        raise AssertionError("there is no such button")

    async def reads(self) -> list[str]:
        """What has come since it was last looked at, once the product has worked."""
        await self._product.worker.work()
        theirs = [shown for shown in await self.shown() if not shown["mine"]]
        new, self._seen = theirs[self._seen :], len(theirs)
        return [shown["text"] for shown in new]

    async def shown(self) -> list[Any]:
        """All on the screen."""
        screen = await self._product.outside.get(self._path)
        return list(screen.json()["shown"])


@pytest.fixture
async def house(database: Database, rasa: FakeRasa, shared: Live) -> AsyncIterator[Services]:  # noqa: F811
    """The product's services, at an address of their own."""
    address = f"http://127.0.0.1:{free_port()}"
    async with services_over(database, rasa, shared, CLIENTS, public_url=address) as found:
        yield found


@pytest.fixture
async def product(house: Services, shared: Live) -> AsyncIterator[Product]:  # noqa: F811
    """The product, serving."""
    async with serving(house, shared) as found:
        yield found


@asynccontextmanager
async def serving(house: Services, live: Live) -> AsyncIterator[Product]:
    """Serves at the public URL until the test has ended."""
    address = house.settings.public_url
    app = create_app(house, live)
    port = int(address.rpartition(":")[2])
    config = uvicorn.Config(app, port=port, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    async with httpx.AsyncClient(base_url=address, trust_env=False) as outside:
        found = Product(house, live, app, outside)
        yield found
        await found.worker.close()
    server.should_exit = True
    await running


def another_process(product: Product) -> ChannelWorker:
    """The worker of a process that shares nothing with ours but the database."""
    live = Live.in_memory()
    return ChannelWorker(replace(product.house, hub=live.hub), live)
