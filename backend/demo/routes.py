"""The demonstration's pages and tokens; none of it exists in production."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import FileResponse, HTMLResponse

from backend.cases.repository import get_case
from backend.demo.bank_routes import router as bank
from backend.demo.data import DemoCases, demo_cases
from backend.demo.index_page import index_page
from backend.demo.link_page import link_content, link_page
from backend.demo.messengers.routes import router as messengers
from backend.demo.payment_page import general_content, invoice_content, payment_page
from backend.demo.phone_page import phone_page
from backend.demo.schemas import PageToken, TokenWish
from backend.demo.seed import reset_case
from backend.demo.templates import PAGES, Html
from backend.identity.payment_page import make_payment_page_token
from backend.problems import not_found
from backend.services import Services, services

_STATIC = {file.name: file for file in (PAGES / "static").iterdir()}
House = Annotated[Services, Depends(services)]


async def in_demo_only(house: House) -> None:
    """FastAPI dependency. Raises the problem not-found in production."""
    if not house.settings.demo:
        raise not_found()


router = APIRouter(dependencies=[Depends(in_demo_only)], include_in_schema=False)
router.include_router(messengers)
router.include_router(bank)


@router.post("/demo/token")
async def make_token(wish: TokenWish, house: House) -> PageToken:
    """A token such as a client's payment page makes."""
    async with house.database.transaction() as session:
        case = await get_case(session, wish.case)
        client = house.clients.get(case.client)
        if wish.reset:
            today = house.clock.today(client.zone)
            await reset_case(session, wish.case, house.clients, today)
    token = make_payment_page_token(house.settings, client.id, wish.case, wish.language)
    return PageToken(token=token, client=client.id, case=wish.case)


@router.get("/")
async def read_index(house: House, language: str | None = None) -> HTMLResponse:
    """What can be tried, the clients and their cases."""
    return _page(index_page(house.clients, house.clock.now().date(), language))


@router.get("/pay/{client}")
async def read_payment_page(
    client: str,
    house: House,
    case: str | None = None,
    language: str | None = None,
    identified: bool = True,
    link: str | None = None,
) -> HTMLResponse:
    """A client's payment page; with a `case` its debtor has identified, unless `identified=0`.

    With a `link` from a messenger it asks who comes; its script reads the link, not this route.
    """
    found = house.clients.get(client)
    if link is not None:
        return _page(link_page(found, found.language(language)))
    if case is None or not identified:
        spoken = found.language(language)
        content = general_content(found, spoken)
        reference = case or _first_case(house, client)
        page = payment_page(found, spoken, reference=reference, content=content, token=None)
        return _page(page)
    async with house.database.transaction() as session:
        stored = await get_case(session, case)
        if stored.client != found.id:
            raise not_found("case")
        spoken = found.language(language or stored.debtor.language)
        today = house.clock.today(found.zone)
        content = await invoice_content(session, stored, found, spoken, today)
    token = make_payment_page_token(house.settings, found.id, case, spoken)
    return _page(payment_page(found, spoken, reference=case, content=content, token=token))


@router.get("/demo/link/{client}")
async def read_link_content(
    client: str,
    channel: str,
    house: House,
    language: str | None = None,
    minutes: Annotated[int, Query(ge=0)] = 0,
) -> HTMLResponse:
    """What the payment page asks and says when somebody comes by a link from `channel`."""
    found, cases = house.clients.get(client), _cases(house, client)
    return _page(link_content(found, found.language(language), channel, minutes, cases))


@router.get("/demo/phone/{client}")
async def read_phone(client: str, house: House, language: str | None = None) -> HTMLResponse:
    """A phone on which the client's messengers can be tried."""
    found = house.clients.get(client)
    return _page(phone_page(found, found.language(language)))


@router.get("/demo/brand/{client}.css")
async def read_brand(client: str, house: House) -> Response:
    """The client's colour."""
    return Response(f":root{{--brand:{house.clients.get(client).colour}}}", media_type="text/css")


@router.get("/demo/static/{name}")
async def read_static(name: str) -> FileResponse:
    """The pages' style and script."""
    if name not in _STATIC:
        raise not_found("file")
    return FileResponse(_STATIC[name])


def _cases(house: Services, client: str) -> DemoCases | None:
    return next((cases for cases in demo_cases(house.clients) if cases.client == client), None)


def _first_case(house: Services, client: str) -> str:
    cases = _cases(house, client)
    return cases.cases[0].reference if cases else ""


def _page(html: Html) -> HTMLResponse:
    # A page may hold a token and what somebody owes; backend.pages adds the policy for scripts.
    return HTMLResponse(html, headers={"Cache-Control": "no-store"})
