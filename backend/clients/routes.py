"""The client's public face for the widget, and its facts for the assistant."""

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.clients.help import help_of
from backend.clients.hours_in_words import hours_in_words
from backend.clients.schemas import ClientFace, ClientFacts
from backend.identity.service_token import service_token
from backend.services import Services, services

router = APIRouter()
House = Annotated[Services, Depends(services)]


@router.get("/api/chat/clients/{client}")
async def client_face(client: str, house: House, language: str | None = None) -> ClientFace:
    """Name, colour and languages; nothing about any case."""
    found = house.clients.get(client)
    return ClientFace(
        id=found.id,
        name=found.name,
        logo_text=found.logo_text or found.name,
        assistant=found.assistant,
        colour=found.colour,
        languages=found.languages,
        language=found.language(language),
        identify_url=found.identify_url,
    )


@router.get("/api/clients/{client}", dependencies=[Depends(service_token)])
async def client_facts(client: str, house: House, language: str | None = None) -> ClientFacts:
    """Who the client is, when people are there, and where help is found."""
    found = house.clients.get(client)
    spoken = found.language(language)
    now = house.clock.now(found.zone)
    hours = found.opening_hours_in(spoken)
    return ClientFacts(
        id=found.id,
        name=found.name,
        country=found.country,
        currency=found.currency,
        languages=found.languages,
        agency=found.agency,
        hours=hours_in_words(found.week_in(spoken), house.texts[spoken], found.country),
        open_now=hours.is_open(now),
        next_opening=hours.next_opening(now),
        payment_days=found.payment_days,
        follows_up=found.followup.active,
        help=help_of(found, spoken),
    )
