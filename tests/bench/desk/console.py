"""One console's live line, read as the console reads it: it comes back, and counts each number once."""

import asyncio
import json
import time
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from backend.staff.signing_in import COOKIE
from tests.bench.desk.seeding import Agent

Frame = dict[str, Any]


class Console:
    """`frames` are all that came with a number, with the moment of their coming."""

    def __init__(self, address: str, agent: Agent) -> None:
        self.agent = agent
        self.frames: list[tuple[float, Frame]] = []
        self.repeats = 0
        self.anew = 0
        self._address = address
        self._epoch, self._newest = "", -1
        self._socket: ClientConnection | None = None
        self._more = asyncio.Event()

    async def run(self, ready: asyncio.Event) -> None:
        """Hears until it is cancelled."""
        while True:
            with suppress(ConnectionClosed, TimeoutError):
                async with connect(self._url(), additional_headers=self._headers()) as socket:
                    self._socket = socket
                    async for text in socket:
                        self._take(json.loads(text))
                        ready.set()

    async def says(self, frame: Frame) -> None:
        """Something of the moment, while the line stands."""
        if self._socket is not None:
            with suppress(ConnectionClosed):
                await self._socket.send(json.dumps(frame))

    async def is_cut_off(self) -> None:
        """The line breaks, without a word."""
        if self._socket is not None:
            self._socket.transport.abort()

    async def wait_for(self, conversation: str, kind: str, place: int = 0) -> float:
        """When the first such frame came, of those after a place."""
        while True:
            for came, frame in self.frames[place:]:
                if frame["type"] == kind and frame.get("conversation") == conversation:
                    return came
            self._more.clear()
            await self._more.wait()

    def _take(self, frame: Frame) -> None:
        if frame["type"] == "several":
            for one in frame["frames"]:
                self._take(one)
        elif frame["type"] == "hello":
            self.anew += bool(self._epoch and frame["anew"])
            self._epoch = frame["epoch"]
            if frame["anew"]:
                self._newest = frame["n"]
        elif frame["type"] == "anew":
            self.anew += 1
        elif frame["type"] == "ping":
            self._newest = max(self._newest, frame["n"])
        elif "n" in frame:
            if frame["n"] <= self._newest:
                self.repeats += 1
            self._newest = frame["n"]
            self.frames.append((time.perf_counter(), frame))
            self._more.set()

    def _url(self) -> str:
        known = {"epoch": self._epoch, "after": self._newest} if self._epoch else {}
        query = {"several": "yes", "looking": self.agent.holds[0], **known}
        return f"{self._address.replace('http', 'ws', 1)}/api/staff/live?{urlencode(query)}"

    def _headers(self) -> dict[str, str]:
        return {"Cookie": f"{COOKIE}={self.agent.cookie}", "Origin": self._address}
