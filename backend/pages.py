"""The built pages: the chat widget's one file and the staff console, with their headers."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

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
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
#: The interactive description of the API brings scripts of its own.
WITHOUT_POLICY = ("/docs", "/openapi.json")


def mount(app: FastAPI, settings: Settings) -> None:
    """Adds the pages and the headers of every answer."""
    chat, console = settings.widgets_folder / "chat", settings.widgets_folder / "console"

    @app.middleware("http")
    async def add_headers(
        request: Request, answer_it: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = await answer_it(request)
        for name, value in HEADERS.items():
            if name != "Content-Security-Policy" or request.url.path not in WITHOUT_POLICY:
                response.headers.setdefault(name, value)
        if request.url.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

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
