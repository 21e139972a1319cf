"""Stands in for the assistant's process: the wire of assistant/channel.py over a real socket.

It can be stopped and started, made to fail, and made to lose a reply after the turn was done, as
a process does that is killed at that moment. Like the real one it does a turn once.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

Body = dict[str, Any]


def said(*texts: str, **more: Any) -> Body:
    """An answer with these texts."""
    messages: list[Body] = [{"text": text, "buttons": [], "card": None} for text in texts]
    understood = {"intent": "inform", "confidence": 0.9, "language": None, "entities": []}
    return {"messages": messages, "language": None, "understood": understood, **more}


def echo(body: Body) -> Body:
    """Greets when a chat begins, and else repeats what it was told."""
    if body["command"] == "/open":
        return said(f"Hello from {body['context']['client_name']}, I am automated.")
    return said(f"You said: {body['text']}")


class FakeRasa:
    """One assistant process. `done` are the turns it has really done, in order."""

    def __init__(self) -> None:
        self.asked: list[Body] = []
        self.done: list[Body] = []
        self.forgotten: list[str] = []
        self.answer: Callable[[Body], Body] = echo
        self.during: Callable[[Body], Awaitable[None]] | None = None
        self.failing = 0
        self.replies_to_lose = 0
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.port = 0
        self._answers: dict[tuple[str, str], Body] = {}
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Listens, on the same port as before if there was one."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Is gone: connections are refused, open ones are cut."""
        if self._server is not None:
            self._server.close()
        for writer in tuple(self._open):
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while await self._serve_one(reader, writer):
                pass
        self._open.discard(writer)
        writer.close()

    async def _serve_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        [length] = [line[15:] for line in head.split("\r\n") if line.startswith("content-length:")]
        body = json.loads(await reader.readexactly(int(length)))
        assert "authorization: bearer demo" in head
        if head.startswith("post /webhooks/sovinto/forget "):
            self.forgotten += body["conversations"]
            return self._reply(writer, 200, {"removed": len(body["conversations"])})
        assert head.startswith("post /webhooks/sovinto/turn ")
        self.asked.append(body)
        await self.may_answer.wait()
        if self.failing > 0:
            self.failing -= 1
            return self._reply(writer, 503, {"error": "the turn failed"})
        answer = await self._do_once(body)
        if self.replies_to_lose > 0:
            self.replies_to_lose -= 1
            return False
        return self._reply(writer, 200, answer)

    async def _do_once(self, body: Body) -> Body:
        turn = (body["conversation"], body["turn"])
        if turn not in self._answers:
            if self.during is not None:
                await self.during(body)
            self._answers[turn] = self.answer(body)
            self.done.append(body)
        return self._answers[turn]

    @staticmethod
    def _reply(writer: asyncio.StreamWriter, status: int, content: Body) -> bool:
        data = json.dumps(content).encode()
        head = f"HTTP/1.1 {status} X\r\ncontent-length: {len(data)}\r\n"
        writer.write(f"{head}content-type: application/json\r\n\r\n".encode() + data)
        return True
