"""Refuses a request whose body is larger than any message can be, before it is read to the end.

FastAPI has a limit of its own, whose refusal is plain text and no problem details.
"""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.types import Message

from backend.problems import Problem

LARGEST_BODY = 128 * 1024


class LimitedBodyRoute(APIRoute):
    """A route whose request bodies are at most LARGEST_BODY bytes."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, reading no more than it may."""
        handle = super().get_route_handler()

        async def handle_limited(request: Request) -> Response:
            body = await _read(request)

            async def read_again() -> Message:
                return {"type": "http.request", "body": body, "more_body": False}

            return await handle(Request(request.scope, read_again))

        return handle_limited


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            raise Problem(413, "message-too-long", "Please send the message in parts.")
    return bytes(body)
