"""The headers of every answer: what a browser may do with it."""

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.settings import Settings

POLICY_HEADER = "Content-Security-Policy"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
#: Two years, as browsers' lists of https sites ask for.
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"
#: Data is no page: nothing of it runs, loads or is framed.
POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_DATA = ("/api/", "/healthz", "/readyz", "/metrics", "/channels/")
#: The interactive description of the API brings scripts of its own; it is a demonstration's only.
WITHOUT_POLICY = ("/docs", "/openapi.json")


def policy_of_pages(settings: Settings) -> str:
    """What our own pages may load: only what is ours."""
    public = urlsplit(settings.public_url)
    # Older browsers do not take a socket to the same server for 'self'.
    socket = f"{'wss' if public.scheme == 'https' else 'ws'}://{public.netloc}"
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            f"connect-src 'self' {socket}",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


class AnswerHeaders:
    """Adds the headers to every answer. Plain ASGI: Starlette's own middleware costs a task a request."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._policy = policy_of_pages(settings)
        secure = urlsplit(settings.public_url).scheme == "https"
        self._always = HEADERS | ({"Strict-Transport-Security": STRICT_TRANSPORT} if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(scope["path"], MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _add(self, path: str, headers: MutableHeaders) -> None:
        for name, value in self._always.items():
            headers.setdefault(name, value)
        if path.startswith(_DATA):
            headers.setdefault(POLICY_HEADER, POLICY_OF_DATA)
        elif path not in WITHOUT_POLICY:
            headers.setdefault(POLICY_HEADER, self._policy)
        if path.startswith("/api/"):
            headers.setdefault("Cache-Control", "no-store")
