"""One log line and one measure a request, and one id through all lines that belong together.

`request` names the request; `turn` is the debtor's message it belongs to, which goes from the
webhook or widget through the assistant and its actions back into the case API. The route's pattern
stands for the path, because a path may hold the id of a conversation or a case.
"""

import re
import time
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.metrics.measures import REQUEST_SECONDS, REQUESTS, SOCKETS

log = structlog.get_logger(__name__)

REQUEST_HEADER = "x-request-id"
TURN_HEADER = "sovinto-turn"
_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")
#: Asked all the time by machines; they are measured and leave no line.
_QUIET = {"/healthz", "/readyz", "/metrics"}
_OTHER = "other"


class RequestLog:
    """Plain ASGI, the outermost layer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        request = _id_in(headers, REQUEST_HEADER) or uuid4().hex
        turn = _id_in(headers, TURN_HEADER)
        ids = {"request": request, **({"turn": turn} if turn else {})}
        with structlog.contextvars.bound_contextvars(**ids):
            if scope["type"] == "websocket":
                await self._serve_socket(scope, receive, send)
            else:
                await self._serve_request(scope, receive, send, request)

    async def _serve_request(
        self, scope: Scope, receive: Receive, send: Send, request: str
    ) -> None:
        began = time.perf_counter()
        status = 500

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_HEADER] = request
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        finally:
            seconds = time.perf_counter() - began
            route = _route_of(scope)
            REQUESTS.labels(scope["method"], route, status).inc()
            REQUEST_SECONDS.labels(route).observe(seconds)
            if route not in _QUIET:
                log.info(
                    "request",
                    method=scope["method"],
                    route=route,
                    status=status,
                    milliseconds=round(seconds * 1000),
                )

    async def _serve_socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        opened = None

        async def send_and_count(message: Message) -> None:
            nonlocal opened
            if message["type"] == "websocket.accept":
                opened = SOCKETS.labels(_route_of(scope))
                opened.inc()
            await send(message)

        try:
            await self._app(scope, receive, send_and_count)
        finally:
            if opened is not None:
                opened.dec()


def _id_in(headers: Headers, name: str) -> str | None:
    given = headers.get(name, "")
    return given if _ID.fullmatch(given) else None


def _route_of(scope: Scope) -> str:
    """The pattern; all that no route answers is one, so that a scanner cannot fill the measures."""
    return getattr(scope.get("route"), "path", None) or _OTHER
