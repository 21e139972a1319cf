"""The console's live socket: what happens in the conversations that the user may see."""

import asyncio
from collections.abc import AsyncIterator

from starlette.websockets import WebSocket

from backend.clock import utc_now
from backend.conversations.events import tell_typing_to_debtor
from backend.duty.repository import stay_here
from backend.duty.spans import spans
from backend.live import STAFF_TOPIC, Event
from backend.live.socket import PING_SECONDS, frames, run_until_one_ends
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.permissions import permissions_now
from backend.staff.repository import find_for_staff
from backend.staff.signed_in import clients_of, is_from_our_pages, user_of


async def watch(house: Services, websocket: WebSocket) -> None:
    """Serves the socket until the console leaves, or the session ends."""
    user = await user_of(house, websocket)
    may = user is not None and "queue.work" in permissions_now(house, user)
    if user is None or not may or not is_from_our_pages(house, websocket):
        await websocket.close()  # before it is accepted: the browser gets a 403
        return
    await websocket.accept()
    async with house.hub.subscribe(STAFF_TOPIC) as happening:
        await run_until_one_ends(
            websocket,
            _show(house, websocket, user, happening),
            _listen(house, websocket, user),
            _keep_open_while_signed_in(house, websocket),
        )


async def _show(
    house: Services, websocket: WebSocket, user: StaffUser, happening: AsyncIterator[Event]
) -> None:
    clients = clients_of(house, user)
    # What happened while it was not connected is in the lists.
    await websocket.send_json({"type": "queue"})
    async for event in happening:
        theirs = {event.get("client"), *event.get("clients", ())} & {*clients, "*"}
        if theirs or event.get("for") == user.id:
            hidden = ("client", "clients", "for")
            shown = {name: value for name, value in event.items() if name not in hidden}
            await websocket.send_json(shown)


async def _listen(house: Services, websocket: WebSocket, user: StaffUser) -> None:
    clients = clients_of(house, user)
    async for frame in frames(websocket):
        conversation = frame.get("conversation")
        if frame.get("type") != "typing" or not isinstance(conversation, str):
            continue
        async with house.database.transaction() as session:
            found = await find_for_staff(session, conversation, clients)
        if found is not None and found.agent == user.id:
            await tell_typing_to_debtor(house.hub, conversation, "agent")


async def _keep_open_while_signed_in(house: Services, websocket: WebSocket) -> None:
    while (user := await user_of(house, websocket)) is not None:
        async with house.database.transaction() as session:
            await stay_here(session, [user.id], utc_now() + spans().grace)
        await websocket.send_json({"type": "ping"})
        await asyncio.sleep(PING_SECONDS)
    await websocket.close()
