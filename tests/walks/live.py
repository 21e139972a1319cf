"""The debtor's live socket, read as the widget reads it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.walks.chat import Chat

Json = dict[str, Any]
SECONDS = 20


class Live:
    """Frames of one socket; `seen` has all that came."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.seen: list[Json] = []

    async def wait_for(self, wanted: Callable[[Json], bool]) -> Json:
        """The first frame that is wanted, of those that came already or that come now."""
        for frame in self.seen:
            if wanted(frame):
                return frame
        async with asyncio.timeout(SECONDS):
            while True:
                frame = json.loads(await self._socket.recv())
                self.seen.append(frame)
                if wanted(frame):
                    return dict(frame)

    async def wait_for_text(self, text: str) -> Json:
        """The message with this text."""
        frame = await self.wait_for(lambda frame: frame.get("message", {}).get("text") == text)
        return dict(frame["message"])

    async def wait_for_mode(self, mode: str) -> Json:
        """The news that somebody else answers from now on."""
        return await self.wait_for(lambda f: f["type"] == "mode" and f["mode"] == mode)


@asynccontextmanager
async def watching(address: str, chat: Chat, after: int = 0) -> AsyncIterator[Live]:
    """The chat's socket, from the message `after` on."""
    url = address.replace("http", "ws", 1) + chat.path + "/live"
    async with connect(url, proxy=None) as socket:
        hello = {"type": "hello", "access_token": chat.access_token, "after": after}
        await socket.send(json.dumps(hello))
        yield Live(socket)
