"""The staff API: what the console calls."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request, Response, WebSocket
from fastapi.responses import JSONResponse

from backend.conversations.body_limit import LimitedBodyRoute
from backend.handoff.skills import beyond
from backend.live import Live, live
from backend.staff.detail import show_conversation
from backend.staff.detail_schemas import Detail
from backend.staff.ending import close, give_back
from backend.staff.models import StaffUser
from backend.staff.passing import assign, take_over
from backend.staff.permissions import allowed_to, needs_second_step, permissions_now
from backend.staff.queue import QueueQuery, list_queue, show_choices
from backend.staff.schemas import (
    AgentMessageIn,
    AssignIn,
    Choices,
    CloseIn,
    Listing,
    ReturnIn,
    SessionOut,
    SignedOut,
    SignIn,
    StaffMessage,
    TakeOverIn,
    UserOut,
)
from backend.staff.signed_in import House, Language, clients_of, from_the_console, signed_in
from backend.staff.signing_in import COOKIE, give_cookie, sign_in, sign_out
from backend.staff.speaking import speak
from backend.staff.taking import take, take_next
from backend.staff.watching import watch

PREFIX = "/api/staff"
router = APIRouter(
    prefix=PREFIX, route_class=LimitedBodyRoute, dependencies=[Depends(from_the_console)]
)
Me = Annotated[StaffUser, Depends(signed_in)]
Agent = Annotated[StaffUser, Depends(allowed_to("queue.work"))]
Lead = Annotated[StaffUser, Depends(allowed_to("queue.lead"))]
Shared = Annotated[Live, Depends(live)]


@router.post("/session")
async def begin_session(
    given: SignIn,
    request: Request,
    response: Response,
    house: House,
    shared: Shared,
    language: Language,
) -> SessionOut:
    """Signs in."""
    address = request.client.host if request.client else ""
    user, cookie = await sign_in(house, shared, given, address, language)
    give_cookie(house, response, cookie)
    return SessionOut(user=_shown(house, user))


@router.get("/session")
async def read_session(me: Me, house: House) -> SessionOut:
    """Who is signed in."""
    return SessionOut(user=_shown(house, me))


@router.delete("/session", status_code=204, responses={200: {"model": SignedOut}})
async def end_session(request: Request, house: House) -> Response:
    """Signs out. With a body where one signs out of the identity provider too: 200."""
    goodbye = await sign_out(house, request.cookies.get(COOKIE, ""))
    answer = JSONResponse({"goodbye": goodbye}) if goodbye else Response(status_code=204)
    answer.delete_cookie(COOKIE, path=PREFIX)
    return answer


@router.get("/handoffs")
async def read_handoffs(query: Annotated[QueueQuery, Query()], me: Agent, house: House) -> Listing:
    """A page of one of the lists."""
    return await list_queue(house, me, query)


@router.get("/handoffs/choices")
async def read_choices(me: Agent, house: House) -> Choices:
    """By what the lists can be filtered."""
    return show_choices(house, me)


@router.post("/handoffs/next")
async def take_best(
    me: Agent,
    house: House,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> Detail:
    """The best one that waits for me is mine now."""
    return await show_conversation(house, me, await take_next(house, me, idempotency_key))


@router.get("/conversations/{conversation}")
async def read_conversation(conversation: str, me: Agent, house: House) -> Detail:
    """All about a conversation."""
    return await show_conversation(house, me, conversation)


@router.post("/conversations/{conversation}/take")
async def take_conversation(conversation: str, me: Agent, house: House) -> Detail:
    """The conversation is mine now."""
    await take(house, me, conversation)
    return await show_conversation(house, me, conversation)


@router.post("/conversations/{conversation}/take-over")
async def take_conversation_over(
    conversation: str, wanted: TakeOverIn, me: Agent, house: House
) -> Detail:
    """The conversation is mine now instead of a colleague's."""
    await take_over(house, me, conversation, wanted.holder)
    return await show_conversation(house, me, conversation)


@router.post("/conversations/{conversation}/assign", status_code=204)
async def assign_conversation(conversation: str, wanted: AssignIn, me: Lead, house: House) -> None:
    """The conversation is a colleague's now."""
    await assign(house, me, conversation, wanted.to)


@router.post("/conversations/{conversation}/messages")
async def send_message(
    conversation: str, sent: AgentMessageIn, me: Agent, house: House
) -> StaffMessage:
    """Writes to the debtor."""
    return await speak(house, me, conversation, sent)


@router.post("/conversations/{conversation}/close", status_code=204)
async def close_conversation(conversation: str, how: CloseIn, me: Agent, house: House) -> None:
    """Ends the conversation."""
    await close(house, me, conversation, how)


@router.post("/conversations/{conversation}/return", status_code=204)
async def return_conversation(conversation: str, why: ReturnIn, me: Agent, house: House) -> None:
    """Gives the conversation back to the assistant."""
    await give_back(house, me, conversation, why)


@router.websocket("/live")
async def watch_queue(websocket: WebSocket, house: House) -> None:
    """What happens, as it happens."""
    await watch(house, websocket)


def _shown(house: House, user: StaffUser) -> UserOut:
    return UserOut(
        id=user.id,
        name=user.name,
        email=user.email,
        role=user.role,
        permissions=sorted(permissions_now(house, user)),
        language=user.language,
        clients=clients_of(house, user),
        speaks=user.speaks,
        not_trained_for=sorted(beyond(user.skills)),
        one_time_password=user.one_time_password,
        by_provider=user.provider_key is not None,
        must_add_second_step=needs_second_step(house, user) and user.second_step_since is None,
    )
