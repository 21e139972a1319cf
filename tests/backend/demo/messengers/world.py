"""The doubles on a port of their own, and a listener where the product's webhooks would be."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI, Request, Response

from backend import problems
from backend.channels.incoming import Webhook
from backend.channels.outside import Line as ProductLine
from backend.channels.secrets import secret
from backend.demo.messengers.chat import Chat
from backend.demo.messengers.messengers import Messengers
from backend.demo.routes import router
from backend.services import Services
from tests.neighbours import free_port

PHONE = 48213
CLIENTS_ADDRESS = {"telegram": "bot", "sms": "number", "whatsapp": "phone_number_id"}


class World:
    """What a test does to the doubles, and what they have posted."""

    def __init__(self, services: Services, caller: httpx.AsyncClient, state: Messengers) -> None:
        self.services, self.caller, self._state = services, caller, state
        self.posted: list[Webhook] = []
        self.answers: list[int] = []
        self._came = asyncio.Event()

    @property
    def address(self) -> str:
        return self.services.settings.public_url

    def line(self, channel: str, client: str = "se-energi") -> ProductLine:
        """The product's own connection to a double."""
        messenger = self.services.clients.get(client).channels.messenger(channel)
        return ProductLine(
            http=self.caller,
            api=f"{self.address}/demo/{channel}",
            secret=lambda what: secret(self.services.settings, client, channel, what),
            sender=str(getattr(messenger, CLIENTS_ADDRESS[channel])),
            callback=f"{self.address}/channels/{channel}",
        )

    def phone(self, channel: str, client: str = "se-energi", phone: int = PHONE) -> "PhoneInTest":
        """Somebody's phone with a messenger open."""
        return PhoneInTest(self, f"/demo/phone/{client}/{phone}/{channel}")

    def chat(self, channel: str, person: str, client: str = "se-energi") -> Chat:
        """What a double remembers of a chat."""
        return self._state.chat(channel, client, person)

    async def orders(self, channel: str, answer: str, **more: Any) -> httpx.Response:
        """The next call of a messenger's API gets this answer."""
        wanted = {"answer": answer, **more}
        return await self.caller.post(f"/demo/messengers/{channel}/next", json=wanted)

    def take(self, webhook: Webhook) -> int:
        """What the listener answers."""
        self.posted.append(webhook)
        self._came.set()
        return self.answers.pop(0) if self.answers else 200

    async def has_posted(self, number: int) -> list[Webhook]:
        """All that was posted, once there are so many."""
        async with asyncio.timeout(5):
            while len(self.posted) < number:
                self._came.clear()
                await self._came.wait()
        return self.posted


class PhoneInTest:
    """A phone by its routes."""

    def __init__(self, world: World, path: str) -> None:
        self.world, self.path = world, path

    async def does(self, what: str, expected: int = 204, **body: Any) -> httpx.Response:
        answer = await self.world.caller.post(f"{self.path}/{what}", json=body)
        assert answer.status_code == expected, answer.text
        return answer

    async def writes(self, text: str) -> Webhook:
        """Writes a text; the webhook that came of it."""
        await self.does("texts", text=text)
        return self.world.posted[-1]

    async def screen(self, after: int = -1) -> Any:
        answer = await self.world.caller.get(self.path, params={"after": after})
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def shown(self) -> list[Any]:
        return list((await self.screen())["shown"])


@asynccontextmanager
async def open_world(services: Services) -> AsyncIterator[World]:
    """Serves until the test has ended."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = services.settings.model_copy(update={"public_url": address})
    app = FastAPI()
    app.state.services = replace(services, settings=settings)
    problems.install(app)
    app.include_router(router)
    async with httpx.AsyncClient(base_url=address) as caller:
        app.state.messengers = Messengers()
        world = World(app.state.services, caller, app.state.messengers)

        @app.post("/channels/{channel}")
        async def listen(channel: str, request: Request) -> Response:
            body = await request.body()
            webhook = Webhook(f"{address}{request.url.path}", request.headers, body)
            return Response(status_code=world.take(webhook))

        config = uvicorn.Config(app, port=port, log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.005)
        yield world
        server.should_exit = True
        await serving
