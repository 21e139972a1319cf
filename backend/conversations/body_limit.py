"""Refuses a request whose body is no JSON, or larger than any message can be, before it is read.

FastAPI has a limit of its own, whose refusal is plain text and no problem details.
"""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.types import Message

from backend.conversations.refusing import refusal
from backend.problems import Problem
from backend.services import Services
from backend.texts import language_of

LARGEST_BODY = 128 * 1024


class LimitedBodyRoute(APIRoute):
    """A route whose request bodies are at most LARGEST_BODY bytes."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, reading no more than it may."""
        handle = super().get_route_handler()
        wants_json = self.body_field is not None

        async def handle_limited(request: Request) -> Response:
            if wants_json and not _is_json(request):
                raise _refusal(request, 415, "media-type-unsupported")
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
            raise _refusal(request, 413, "message-too-long")
    return bytes(body)


def _is_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or kind.endswith("+json")


def _refusal(request: Request, status: int, kind: str) -> Problem:
    """In the browser's language: nothing has been read that could tell another."""
    house: Services = request.app.state.services
    accepted = request.headers.get("accept-language")
    return refusal(house, language_of(house.texts, accepted, next(iter(house.texts))), status, kind)
