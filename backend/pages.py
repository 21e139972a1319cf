"""The built pages: the chat widget's one file and the staff console, with their headers."""

from fastapi import FastAPI
from fastapi.responses import FileResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.problems import not_found
from backend.settings import Settings

POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
POLICY_HEADER = "Content-Security-Policy"
HEADERS = {
    POLICY_HEADER: POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
#: The interactive description of the API brings scripts of its own.
WITHOUT_POLICY = ("/docs", "/openapi.json")


class AnswerHeaders:
    """Adds the headers to every answer. Plain ASGI: Starlette's own middleware costs a task a request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

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

    @staticmethod
    def _add(path: str, headers: MutableHeaders) -> None:
        for name, value in HEADERS.items():
            if name != POLICY_HEADER or path not in WITHOUT_POLICY:
                headers.setdefault(name, value)
        if path.startswith("/api/"):
            headers.setdefault("Cache-Control", "no-store")


def mount(app: FastAPI, settings: Settings) -> None:
    """Adds the pages and the headers of every answer."""
    chat, console = settings.widgets_folder / "chat", settings.widgets_folder / "console"

    app.add_middleware(AnswerHeaders)

    @app.get("/widget/sovinto.js", include_in_schema=False)
    async def widget() -> FileResponse:
        """The one file that a payment page names; checked for a newer one at each load."""
        headers = {"Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
        return FileResponse(chat / "sovinto.js", media_type="text/javascript", headers=headers)

    @app.get("/console", include_in_schema=False)
    async def console_without_slash() -> RedirectResponse:
        return RedirectResponse("/console/")

    app.mount("/console/assets", StaticFiles(directory=console / "assets", check_dir=False))

    @app.get("/console/{path:path}", include_in_schema=False)
    async def console_page(path: str) -> FileResponse:
        """One page for all its addresses; the page itself reads the address."""
        page = console / "index.html"
        if not page.exists():
            raise not_found()
        return FileResponse(page, headers={"Cache-Control": "no-cache"})
