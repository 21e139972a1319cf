"""Links that identify: what the client's payment page calls when one is opened."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header

from backend.channels.identifying import identify_by_link, look
from backend.channels.schemas import LinkFacts, LinkIn, LinkSeen, LinkWithToken
from backend.conversations.body_limit import LimitedBodyRoute
from backend.live import Live, live
from backend.services import Services, services

router = APIRouter(prefix="/api/chat/links", route_class=LimitedBodyRoute)
House = Annotated[Services, Depends(services)]
Shared = Annotated[Live, Depends(live)]
Languages = Annotated[str | None, Header(alias="Accept-Language")]


@router.post("/look")
async def look_at_link(given: LinkIn, house: House, accepted: Languages = None) -> LinkSeen:
    """Which conversation the link leads back to; 410 when it is over."""
    return await look(house, given.link, accepted)


@router.post("/identify")
async def identify_with_link(
    given: LinkWithToken, house: House, live: Shared, accepted: Languages = None
) -> LinkFacts:
    """The person has identified; the conversation goes on where it was."""
    return await identify_by_link(house, live, given.link, given.token, accepted)
