"""Errors as RFC 9457 problem details: a stable type and a sentence that a person can act on."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """Ends a request with problem details. `kind` is the stable last part of the type's URI."""

    def __init__(self, status: int, kind: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.status, self.kind, self.detail, self.more = status, kind, detail, more

    def response(self) -> JSONResponse:
        """The problem as an HTTP answer."""
        content = {
            "type": f"/problems/{self.kind}",
            "title": self.kind.replace("-", " "),
            "status": self.status,
            "detail": self.detail,
            **self.more,
        }
        return JSONResponse(content, self.status, media_type=MEDIA_TYPE)


def not_found(what: str = "page") -> Problem:
    """The same answer for what does not exist and for what the caller may not see."""
    return Problem(404, "not-found", f"There is no such {what} here.")


def install(app: FastAPI) -> None:
    """Makes every error of the application a problem."""

    @app.exception_handler(Problem)
    async def on_problem(request: Request, problem: Problem) -> JSONResponse:
        return problem.response()

    @app.exception_handler(HTTPException)
    async def on_http_error(request: Request, error: HTTPException) -> JSONResponse:
        kind = "not-found" if error.status_code == 404 else "refused"
        return Problem(error.status_code, kind, str(error.detail)).response()

    @app.exception_handler(RequestValidationError)
    async def on_invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        # The values themselves may be personal, so only the places and the reasons go back.
        places = [{"at": _place(found), "reason": found["msg"]} for found in error.errors()]
        wrong = "; ".join(f"{place['at']}: {place['reason']}" for place in places)
        return Problem(422, "invalid", f"Please correct: {wrong}", errors=places).response()


def _place(found: Mapping[str, Any]) -> str:
    """The field that is wrong; the body, when it is the whole of it or no JSON at all."""
    inside = [] if found["type"] == "json_invalid" else found["loc"][1:]
    return ".".join(map(str, inside)) or str(found["loc"][0])
