"""The widget stands on the clients' pages: which other sites' pages may call the chat routes.

The client's file lists them. A browser asks first whether it may; that answer holds for all
clients, as an address of a conversation tells no client. When a conversation begins, the page has
to be one of the very client's. The bearer token opens a conversation, never a cookie.
"""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.clients import Client
from backend.services import Services

PATHS = "/api/chat/"
_METHODS = "GET, POST"
_HEADERS = "Authorization, Content-Type, Accept-Language"
_SECONDS = "600"


def is_own_page(connection: HTTPConnection, public_url: str, origin: str) -> bool:
    """Whether a page of this server says it. A browser always tells the origin truly."""
    host = connection.headers.get("host", "")
    return origin in (f"http://{host}", f"https://{host}", public_url.rstrip("/"))


def may_stand_at(client: Client, origin: str) -> bool:
    """Whether the client's widget may stand there."""
    return client.channels.web is not None and origin in client.channels.web.origins


def may_call(connection: HTTPConnection, house: Services, clients: Iterable[Client]) -> bool:
    """Whether the page is this server's or one of these clients'; true for what is no page."""
    origin = connection.headers.get("origin")
    if origin is None or is_own_page(connection, house.settings.public_url, origin):
        return True
    return any(may_stand_at(client, origin) for client in clients)


class ChatPages:
    """Tells browsers which other sites may call the chat routes. Plain ASGI."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        origin = Headers(scope=scope).get("origin") if scope["type"] == "http" else None
        if origin is None or not scope["path"].startswith(PATHS):
            await self._app(scope, receive, send)
            return
        house: Services = scope["app"].state.services
        allowed = any(may_stand_at(client, origin) for client in house.clients)
        if scope["method"] == "OPTIONS":
            answer = Response(status_code=204 if allowed else 403)
            _add(answer.headers, origin if allowed else None)
            await answer(scope, receive, send)
            return

        async def send_with_origin(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), origin if allowed else None)
            await send(message)

        await self._app(scope, receive, send_with_origin)


def _add(headers: MutableHeaders, origin: str | None) -> None:
    headers.add_vary_header("Origin")
    if origin is not None:
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Allow-Methods"] = _METHODS
        headers["Access-Control-Allow-Headers"] = _HEADERS
        headers["Access-Control-Expose-Headers"] = "Retry-After"
        headers["Access-Control-Max-Age"] = _SECONDS
