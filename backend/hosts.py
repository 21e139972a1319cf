"""Answers only to the names of this server, so that no page under another name can speak for it."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from backend.problems import Problem
from backend.settings import Settings

#: The assistant's actions and the health checks ask over loopback.
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
ANY = "*"


def names_of(settings: Settings) -> tuple[str, ...]:
    """The names that are answered to; a demonstration without a list answers to all."""
    if settings.allowed_hosts:
        return (*settings.allowed_hosts, *_LOOPBACK)
    return (ANY,) if settings.demo else (urlsplit(settings.public_url).hostname or "", *_LOOPBACK)


class KnownHosts:
    """Refuses a request that asks for another host. Plain ASGI."""

    def __init__(self, app: ASGIApp, names: Sequence[str]) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "lifespan" or ANY in self._names or self._knows(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            sentence = "This server has no such name. Please check the address."
            await Problem(400, "host-unknown", sentence).response()(scope, receive, send)

    def _knows(self, scope: Scope) -> bool:
        host = Headers(scope=scope).get("host", "").lower()
        name = host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host
        return name.partition(":")[0] in self._names or name in self._names
