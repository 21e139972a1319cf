"""The debtor's live socket: what was said since the page last heard, then all as it happens.

An event only wakes the socket up; what it sends comes in the order of the database, without gaps
and without repeats.
"""

import asyncio
from collections.abc import AsyncIterator

from starlette.websockets import WebSocket, WebSocketDisconnect

from backend.conversations import events, repository
from backend.conversations.kinds import Mode
from backend.conversations.models import Conversation
from backend.conversations.schemas import MessageOut
from backend.conversations.visiting import visited
from backend.cross_origin import may_call
from backend.live import Event, conversation_topic
from backend.live.socket import frames, keep_open, read_frame, run_until_one_ends
from backend.services import Services

NOT_FOUND = 4404
HELLO_SECONDS = 10.0
#: How often it is looked where a waiting debtor stands.
QUEUE_SECONDS = 3.0


async def watch(house: Services, websocket: WebSocket, conversation: str) -> None:
    """Serves the socket until the page leaves. Its first frame says who it is."""
    if not may_call(websocket, house, house.clients):
        await websocket.close()  # before it is accepted: the browser gets a 403
        return
    await websocket.accept()
    hello = await _hello(websocket)
    found = await visited(house, conversation, str(hello.get("access_token")))
    if found is None or not may_call(websocket, house, [house.clients.get(found.client)]):
        await websocket.close(NOT_FOUND)
        return
    after = hello.get("after")
    async with house.hub.subscribe(conversation_topic(conversation)) as happening:
        watcher = Watcher(house, websocket, found, after if isinstance(after, int) else 0)
        await run_until_one_ends(
            websocket,
            watcher.show(happening),
            watcher.listen(),
            watcher.show_queue(),
            keep_open(websocket),
        )


class Watcher:
    """One page that has the conversation open; `seq` is the last message that it has."""

    def __init__(
        self, house: Services, websocket: WebSocket, conversation: Conversation, seq: int
    ) -> None:
        self._house = house
        self._websocket = websocket
        self._conversation = conversation
        self._seq = seq
        self._mode: Mode = conversation.mode

    async def show(self, happening: AsyncIterator[Event]) -> None:
        """Sends how it stands and what was missed, then what happens."""
        await self._send_state()
        await self._send_missed()
        async for event in happening:
            if event["type"] == "mode":
                self._mode = event["mode"]
            if event["type"] != "message":
                await self._websocket.send_json(event)
            elif event["message"]["seq"] == self._seq + 1:
                await self._send_message(event["message"])
            elif event["message"]["seq"] > self._seq:
                await self._send_missed()

    async def show_queue(self) -> None:
        """Sends where the debtor stands while they wait for a person, when it has changed."""
        shown: Event | None = None
        while True:
            ask = self._house.where_in_queue if self._mode == "queue" else None
            now = await ask(self._house, self._conversation) if ask else None
            if now is not None and now != shown:
                await self._websocket.send_json(now)
            shown = now
            await asyncio.sleep(QUEUE_SECONDS)

    async def listen(self) -> None:
        """Takes what the page says: only that somebody is writing."""
        async for frame in frames(self._websocket):
            if frame.get("type") == "typing":
                async with self._house.database.look() as session:
                    now = await repository.get_conversation(session, self._conversation.id)
                await events.tell_typing_to_staff(self._house.hub, now)

    async def _send_state(self) -> None:
        # Read again: it may have changed before the subscription began.
        async with self._house.database.transaction() as session:
            now = await repository.get_conversation(session, self._conversation.id)
        self._mode = now.mode
        await self._websocket.send_json(
            {
                "type": "state",
                "mode": now.mode,
                "language": now.language,
                "identified": now.identified,
            }
        )

    async def _send_missed(self) -> None:
        async with self._house.database.transaction() as session:
            missed = await repository.messages_after(session, self._conversation.id, self._seq)
        for message in missed:
            await self._send_message(MessageOut.of(message).model_dump(mode="json"))

    async def _send_message(self, message: Event) -> None:
        await self._websocket.send_json({"type": "message", "message": message})
        self._seq = message["seq"]


async def _hello(websocket: WebSocket) -> Event:
    try:
        async with asyncio.timeout(HELLO_SECONDS):
            return await read_frame(websocket) or {}
    except (TimeoutError, WebSocketDisconnect):
        return {}
