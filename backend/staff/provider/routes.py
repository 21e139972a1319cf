"""The routes of the way to the identity provider and back. They are walked by the browser itself."""

from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from backend.conversations.body_limit import LimitedBodyRoute
from backend.identity.access import new_token
from backend.live import Live, live
from backend.problems import Problem, not_found
from backend.staff.provider.ending import end_what_has_ended
from backend.staff.provider.entering import COME_BACK, PATIENCE, begin, finish
from backend.staff.provider.refusing import Refused
from backend.staff.provider.schemas import ProviderOut, WaysIn
from backend.staff.signed_in import House, Language
from backend.staff.signing_in import CONSOLE, give_cookie

if TYPE_CHECKING:
    from backend.staff.provider.provider import Provider

PREFIX = "/api/staff/session"
#: Says that it is the same browser that comes back. Not strict: it comes from another site.
COOKIE = "sovinto_way"
COOKIE_PATH = f"{PREFIX}/provider"

#: For the log of the provider, which reads no other language.
_NO_LOGOUT = "The logout token was not taken. See the operators' page on back-channel logout."

router = APIRouter(prefix=PREFIX, route_class=LimitedBodyRoute)
Shared = Annotated[Live, Depends(live)]


async def provider_of(house: House) -> "Provider":
    """FastAPI dependency. Raises not-found where no identity provider is set."""
    if house.provider is None:
        raise not_found()
    return house.provider


Theirs = Annotated[Any, Depends(provider_of)]


@router.get("/ways")
async def ways_in(house: House) -> WaysIn:
    """How one can sign in."""
    provider = ProviderOut(name=house.provider.name) if house.provider else None
    return WaysIn(password=house.settings.local_passwords, provider=provider)


@router.get("/provider")
async def go_to_provider(
    request: Request, house: House, provider: Theirs, shared: Shared
) -> RedirectResponse:
    """Sends the browser to the identity provider."""
    browser = request.cookies.get(COOKIE) or new_token()
    address = request.client.host if request.client else ""
    try:
        answer = RedirectResponse(await begin(house, provider, shared, browser, address), 303)
    except Refused as refused:
        return _told(refused)
    answer.set_cookie(
        COOKIE,
        browser,
        max_age=int(PATIENCE.total_seconds()),
        path=COOKIE_PATH,
        httponly=True,
        samesite="lax",
        secure=not house.settings.demo,
    )
    return answer


@router.get(COME_BACK.removeprefix(PREFIX))
async def come_back(
    request: Request, house: House, provider: Theirs, language: Language
) -> RedirectResponse:
    """Signs in whoever comes back from the identity provider."""
    try:
        cookie = await finish(
            house, provider, request.cookies.get(COOKIE, ""), request.query_params, language
        )
    except Refused as refused:
        return _told(refused)
    answer = RedirectResponse(CONSOLE, 303)
    give_cookie(house, answer, cookie)
    return answer


@router.post("/provider/logout", status_code=200)
async def end_from_provider(request: Request, house: House, provider: Theirs) -> Response:
    """The identity provider itself tells that somebody signed out; its signature says who it is."""
    given = parse_qs((await request.body()).decode("latin-1"))
    try:
        await end_what_has_ended(house, provider, given.get("logout_token", [""])[0])
    except Refused as refused:
        status = 503 if refused.reason == "away" else 400
        raise Problem(status, f"logout-{refused.reason}", _NO_LOGOUT) from refused
    return Response(headers={"Cache-Control": "no-store"})


def _told(refused: Refused) -> RedirectResponse:
    """The console has the sentence, in its languages."""
    return RedirectResponse(f"{CONSOLE}?refused={refused.reason}", 303)
