"""What is answered while the database cannot be reached in time: that it is busy, and when to try again.

Whatever is sent again is done once, so whoever tries again loses nothing; an answer of 500 would look
like a fault of what was sent.
"""

import structlog
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from backend.problems import Problem

log = structlog.get_logger(__name__)

AGAIN_AFTER_SECONDS = 2


def answer_when_busy(app: FastAPI) -> None:
    """503 with Retry-After when no connection is free for long, or the one in use was cut off."""

    @app.exception_handler(NoConnectionFree)
    async def on_none_free(request: Request, error: NoConnectionFree) -> JSONResponse:
        log.warning("database not reached", reason="no connection free")
        return _busy()

    @app.exception_handler(DBAPIError)
    async def on_database_error(request: Request, error: DBAPIError) -> JSONResponse:
        if not error.connection_invalidated:
            raise error
        log.warning("database not reached", reason="cut off")
        return _busy()


def _busy() -> JSONResponse:
    response = Problem(
        503, "busy", "It is very busy here. Please try again in a moment."
    ).response()
    response.headers["Retry-After"] = str(AGAIN_AFTER_SECONDS)
    return response
