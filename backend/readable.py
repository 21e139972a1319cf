"""Refuses addresses that hold a NUL byte: no database takes one, and no name has one."""

from starlette.types import ASGIApp, Receive, Scope, Send

from backend.problems import Problem


class ReadableAddresses:
    """Refuses a request whose path or query holds one. Plain ASGI."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "lifespan" or not _holds_nul(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            sentence = "This address cannot be read. Please check it."
            await Problem(400, "address-unreadable", sentence).response()(scope, receive, send)


def _holds_nul(scope: Scope) -> bool:
    query: bytes = scope["query_string"]
    return "\0" in scope["path"] or b"%00" in query or b"\0" in query
