"""The routes by which a debtor sends a file and takes it back, and staff take it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from backend.attachments.accepted import accepted
from backend.attachments.reading import TooLarge, read_file
from backend.attachments.receiving import receive_file
from backend.attachments.schemas import Received
from backend.attachments.taking import take_file, take_picture
from backend.audit import Actor
from backend.conversations.models import Conversation
from backend.conversations.refusing import refusal
from backend.conversations.visiting import visitors_conversation
from backend.live import Live, live
from backend.services import Services, services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to

ID = r"^[A-Za-z0-9_-]{1,64}$"
House = Annotated[Services, Depends(services)]
Theirs = Annotated[Conversation, Depends(visitors_conversation)]
router = APIRouter(prefix="/api")
_KINDS: dict[str, Any] = {kind.media_type: {} for kind in accepted().kinds.values()}
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": _KINDS}}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.post("/chat/conversations/{conversation}/attachments", openapi_extra=_BODY)
async def send_file(
    request: Request,
    theirs: Theirs,
    house: House,
    shared: Annotated[Live, Depends(live)],
    id: Annotated[str, Query(pattern=ID)],
) -> Received:
    """The file is the body, as it is; what it is called and what it is said to be do not count."""
    if not theirs.identified:
        raise refusal(house, theirs.language, 403, "identify-to-send")
    try:
        content = await read_file(request, accepted().largest_bytes)
    except TooLarge as too_large:
        raise refusal(
            house,
            theirs.language,
            413,
            "attachment-too-large",
            megabytes=str(accepted().largest_bytes // 1_000_000),
        ) from too_large
    return await receive_file(house, shared, theirs, id, content)


@router.get(
    "/chat/conversations/{conversation}/attachments/{attachment}",
    response_class=Response,
    responses=_FILE,
)
async def take_own_file(attachment: str, theirs: Theirs, house: House) -> Response:
    """For the debtor, who is to get back whatever was given."""
    return await take_file(house, theirs, attachment, Actor.debtor(theirs.id))


@router.get(
    "/staff/conversations/{conversation}/attachments/{attachment}",
    response_class=Response,
    responses=_FILE,
)
async def take_file_for_staff(
    conversation: str,
    attachment: str,
    me: Annotated[StaffUser, Depends(allowed_to("queue.work"))],
    house: House,
) -> Response:
    """For staff who may read the conversation."""
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, me, conversation)
    return await take_file(house, found, attachment, Actor.staff(me.id))


@router.get(
    "/staff/conversations/{conversation}/attachments/{attachment}/picture",
    response_class=Response,
    responses={200: {"content": {"image/jpeg": {}}}},
)
async def take_picture_for_staff(
    conversation: str,
    attachment: str,
    me: Annotated[StaffUser, Depends(allowed_to("queue.work"))],
    house: House,
) -> Response:
    """A picture that browsers do not show, as one that they do."""
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, me, conversation)
    return await take_picture(house, found, attachment, Actor.staff(me.id), me.language)
