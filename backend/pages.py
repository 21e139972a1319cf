"""The built pages: the chat widget's one file and the staff console, and the headers of all answers."""

from fastapi import FastAPI
from fastapi.responses import FileResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

from backend.headers import AnswerHeaders
from backend.problems import not_found
from backend.settings import Settings


def mount(app: FastAPI, settings: Settings) -> None:
    """Adds the pages and the headers of every answer."""
    chat, console = settings.widgets_folder / "chat", settings.widgets_folder / "console"

    app.add_middleware(AnswerHeaders, settings=settings)

    @app.get("/widget/sovinto.js", include_in_schema=False)
    async def widget() -> FileResponse:
        """The one file that a payment page names; checked for a newer one at each load."""
        headers = {
            "Cache-Control": "no-cache",
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",  # it stands on the clients' pages
        }
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
