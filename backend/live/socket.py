"""The two directions of a live socket, and the beat that keeps it open."""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine
from contextlib import suppress
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from backend.live.hub import Event, FellBehind

PING_SECONDS = 25.0
TRY_AGAIN = 1013
_LONGEST_FRAME = 8192


async def read_frame(websocket: WebSocket) -> Event | None:
    """The next frame, or None for one that is no JSON object of reasonable size.

    Raises WebSocketDisconnect.
    """
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    text = message.get("text") or ""
    if len(text) > _LONGEST_FRAME:
        return None
    try:
        frame = json.loads(text)
    except ValueError:
        return None
    return frame if isinstance(frame, dict) else None


async def frames(websocket: WebSocket) -> AsyncIterator[Event]:
    """What the other side says, until it leaves."""
    with suppress(WebSocketDisconnect):
        while True:
            frame = await read_frame(websocket)
            if frame is not None:
                yield frame


async def keep_open(websocket: WebSocket) -> None:
    """Sends a ping now and then; proxies close a connection on which nothing moves."""
    while True:
        await asyncio.sleep(PING_SECONDS)
        await websocket.send_json({"type": "ping"})


async def run_until_one_ends(websocket: WebSocket, *parts: Coroutine[Any, Any, None]) -> None:
    """Runs the parts of a socket together; when one ends, so do the others, and the socket."""
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    errors = [error for task in done if (error := task.exception()) is not None]
    if any(isinstance(error, FellBehind) for error in errors):
        with suppress(RuntimeError):
            await websocket.close(TRY_AGAIN)
    for error in errors:
        # Sending to somebody who has just left is no error.
        if not isinstance(error, FellBehind | WebSocketDisconnect | RuntimeError):
            raise error
