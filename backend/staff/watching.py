"""The console's live socket: what happens in the conversations that the user may see.

What it is told is numbered. A console that was cut off says in the address what it last had (`epoch`
and `after`) and what it has on the screen (`looking`), and is told all that came since, once.
"""

from starlette.websockets import WebSocket

from backend.clock import utc_now
from backend.conversations.events import tell_colleagues_typing, tell_typing_to_debtor
from backend.duty.repository import find_duty, leave_now, stay_here
from backend.duty.spans import spans
from backend.duty.states import is_here
from backend.identity.access import fingerprint
from backend.live import Event
from backend.live.socket import frames, run_until_one_ends
from backend.services import Services
from backend.staff.desk.sockets import DeskSockets
from backend.staff.desk.watcher import Watcher
from backend.staff.duty.telling import tell_duty
from backend.staff.models import StaffUser
from backend.staff.permissions import permissions_now
from backend.staff.repository import find_for_staff
from backend.staff.signed_in import clients_of, is_from_our_pages, user_of
from backend.staff.signing_in import COOKIE


async def watch(house: Services, websocket: WebSocket) -> None:
    """Serves the socket until the console leaves, or the session ends."""
    user = await user_of(house, websocket)
    may = user is not None and "queue.work" in permissions_now(house, user)
    if user is None or not may or not is_from_our_pages(house, websocket):
        await websocket.close()  # before it is accepted: the browser gets a 403
        return
    await websocket.accept()
    session, clients = fingerprint(websocket.cookies[COOKIE]), frozenset(clients_of(house, user))
    leads = "queue.lead" in permissions_now(house, user)
    several = websocket.query_params.get("several") == "yes"
    watcher = Watcher(user, session, clients, leads=leads, takes_several=several)
    watcher.looking = await _allowed(house, watcher, websocket.query_params.get("looking"))
    desk: DeskSockets = websocket.app.state.desk
    desk.enter(house, watcher)
    try:
        await _come(house, user)
        await run_until_one_ends(
            websocket,
            _show(house, websocket, desk, watcher),
            _listen(house, websocket, desk, watcher),
        )
    finally:
        desk.leave(house, watcher)
        await desk.lookers.look(house, watcher, None)


async def _show(house: Services, websocket: WebSocket, desk: DeskSockets, watcher: Watcher) -> None:
    given, epoch = websocket.query_params, house.hub.line.epoch
    after = given.get("after", "")
    missed = None
    if given.get("epoch") == epoch and after.isdecimal():
        missed = await desk.missed(house, watcher, int(after))
    hello = {"type": "hello", "epoch": epoch, "n": watcher.place, "anew": missed is None}
    await websocket.send_json(hello)
    for text in missed or ():
        await websocket.send_text(text)
    await websocket.send_json({"type": "ping", "n": watcher.place})
    if watcher.looking:
        await desk.lookers.announce(house, watcher.looking, ask=True)
    while not watcher.over:
        await _send_next(house, websocket, desk, watcher)
        await watcher.wake.wait()
        watcher.wake.clear()
    await websocket.close()


async def _send_next(
    house: Services, websocket: WebSocket, desk: DeskSockets, watcher: Watcher
) -> None:
    texts = desk.after(watcher)
    if texts is None:
        anew = {"type": "anew", "epoch": house.hub.line.epoch, "n": watcher.place}
        await websocket.send_json(anew)
    for text in texts or ():
        await websocket.send_text(text)
    while watcher.passing:
        await websocket.send_text(watcher.passing.popleft())


async def _listen(
    house: Services, websocket: WebSocket, desk: DeskSockets, watcher: Watcher
) -> None:
    async for frame in frames(websocket):
        kind = frame.get("type")
        if kind == "looking":
            allowed = await _allowed(house, watcher, frame.get("conversation"))
            await desk.lookers.look(house, watcher, allowed)
        elif kind == "typing":
            await _tell_typing(house, watcher, frame)
        elif kind == "bye":
            await _go(house, desk, watcher)


async def _allowed(house: Services, watcher: Watcher, conversation: object) -> str | None:
    """The conversation, if the user may see it."""
    if not isinstance(conversation, str):
        return None
    async with house.database.look() as session:
        found = await find_for_staff(session, conversation, watcher.clients)
    return found.id if found else None


async def _tell_typing(house: Services, watcher: Watcher, frame: Event) -> None:
    conversation = frame.get("conversation")
    if not isinstance(conversation, str):
        return
    async with house.database.look() as session:
        found = await find_for_staff(session, conversation, watcher.clients)
    if found is not None and found.agent == watcher.user.id:
        await tell_typing_to_debtor(house.hub, conversation, "agent")
        await tell_colleagues_typing(house.hub, found, watcher.user.id)


async def _come(house: Services, user: StaffUser) -> None:
    now = utc_now()
    async with house.database.transaction() as session:
        found = await find_duty(session, user.id)
        was_here = found is not None and is_here(found[0], now)
        await stay_here(session, [user.id], now + spans().grace)
    if not was_here:
        await tell_duty(house.hub, user)


async def _go(house: Services, desk: DeskSockets, watcher: Watcher) -> None:
    """The user signs out: away at once, unless the console is open elsewhere."""
    if any(other.user.id == watcher.user.id for other in desk.watchers - {watcher}):
        return
    async with house.database.transaction() as session:
        await leave_now(session, watcher.user.id, utc_now())
    await tell_duty(house.hub, watcher.user)
