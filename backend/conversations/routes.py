"""The chat API: what the debtor's widget calls."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, WebSocket

from backend.conversations.body_limit import LimitedBodyRoute
from backend.conversations.coming_back import come_back, refuse_if_over
from backend.conversations.creating import create
from backend.conversations.identifying import identify
from backend.conversations.models import Conversation
from backend.conversations.rating import rate
from backend.conversations.reading import read
from backend.conversations.receiving import receive
from backend.conversations.refusing import refusal
from backend.conversations.schemas import (
    Answers,
    ConversationBegun,
    ConversationIn,
    ConversationOut,
    IdentifiedAnswers,
    MessageIn,
    RatingIn,
    TokenIn,
)
from backend.conversations.visiting import visitors_conversation
from backend.conversations.watching import watch
from backend.cross_origin import may_call
from backend.live import Live, live
from backend.services import Services, services

router = APIRouter(prefix="/api/chat/conversations", route_class=LimitedBodyRoute)
House = Annotated[Services, Depends(services)]
Shared = Annotated[Live, Depends(live)]
Theirs = Annotated[Conversation, Depends(visitors_conversation)]


@router.post("", status_code=201)
async def begin_conversation(
    wanted: ConversationIn, request: Request, house: House, live: Shared
) -> ConversationBegun:
    """A new conversation; its messages are the greeting."""
    client = house.clients.get(wanted.client)
    if not may_call(request, house, [client]):
        raise refusal(house, client.language(wanted.language), 403, "page-unknown")
    address = request.client.host if request.client else ""
    return await create(house, live, wanted, address)


@router.get("/{conversation}")
async def read_conversation(theirs: Theirs, house: House) -> ConversationOut:
    """All of the conversation, as it is."""
    return await read(house, theirs.id)


@router.post("/{conversation}/visits")
async def come_back_to_conversation(theirs: Theirs, house: House, live: Shared) -> ConversationOut:
    """All of the conversation, for a page that was loaded again; after a pause it is taken up."""
    return await come_back(house, live, theirs)


@router.post("/{conversation}/messages")
async def send_message(sent: MessageIn, theirs: Theirs, house: House, live: Shared) -> Answers:
    """The answers to a message; the same message again has the same answers."""
    refuse_if_over(theirs)
    return await receive(house, live, theirs, sent)


@router.post("/{conversation}/identify")
async def identify_visitor(
    given: TokenIn, theirs: Theirs, house: House, live: Shared
) -> IdentifiedAnswers:
    """The page has learnt who the visitor is; the same conversation goes on."""
    return await identify(house, live, theirs, given.token)


@router.post("/{conversation}/rating", status_code=204)
async def rate_conversation(rating: RatingIn, theirs: Theirs, house: House) -> None:
    """How it was."""
    await rate(house, theirs, rating)


@router.websocket("/{conversation}/live")
async def watch_conversation(websocket: WebSocket, conversation: str, house: House) -> None:
    """What happens in the conversation, as it happens."""
    await watch(house, websocket, conversation)
