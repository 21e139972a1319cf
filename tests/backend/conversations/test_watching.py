"""The debtor's live socket."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from backend.conversations import watching
from backend.conversations.events import tell_messages, tell_typing_to_debtor
from backend.conversations.repository import Line, append, get_conversation, messages_after
from backend.live import Live
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa, said
from tests.backend.conversations.fixtures import Visitor


def opened(served: str, visitor: Visitor) -> connect:
    return connect(f"ws://{served}{visitor.path}/live")


async def hello(socket: ClientConnection, visitor: Visitor, after: int = 0) -> dict[str, Any]:
    token = visitor.begun["access_token"]
    await socket.send(json.dumps({"type": "hello", "access_token": token, "after": after}))
    return await frame(socket)


async def frame(socket: ClientConnection, type: str | None = None) -> dict[str, Any]:
    """The next frame, or the next one of a type."""
    async with asyncio.timeout(5):
        while True:
            content: dict[str, Any] = json.loads(await socket.recv())
            if type in (None, content["type"]):
                return content


async def messages(socket: ClientConnection, count: int) -> list[str]:
    return [(await frame(socket, "message"))["message"]["text"] for _ in range(count)]


async def test_the_socket_tells_how_it_stands_and_what_was_said(
    http: httpx.AsyncClient, served: str
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("ett")
    async with opened(served, visitor) as socket:
        state = await hello(socket, visitor)
        assert state == {"type": "state", "mode": "bot", "language": "sv", "identified": False}
        assert (await messages(socket, 3))[1:] == ["ett", "You said: ett"]


async def test_after_a_reconnect_only_what_was_missed_is_sent(
    http: httpx.AsyncClient, served: str
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("ett")
    async with opened(served, visitor) as socket:
        await hello(socket, visitor, after=2)
        assert await messages(socket, 1) == ["You said: ett"]


async def test_what_is_said_is_shown_as_it_happens_in_order_and_once(
    http: httpx.AsyncClient, served: str
) -> None:
    visitor = await Visitor.arrives(http)
    async with opened(served, visitor) as socket:
        await hello(socket, visitor, after=1)
        for text in ("ett", "två"):
            await visitor.sends(text)
        expected = ["ett", "You said: ett", "två", "You said: två"]
        assert await messages(socket, 4) == expected


async def test_a_missed_event_is_made_good_from_the_database(
    http: httpx.AsyncClient, served: str, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    async with opened(served, visitor) as socket:
        await hello(socket, visitor, after=1)
        async with house.database.transaction() as session:
            lines = [Line("system", "not told live"), Line("system", "told live")]
            _, told = await append(session, visitor.id, lines)
            conversation = await get_conversation(session, visitor.id)
        await tell_messages(house.hub, conversation, [told])
        assert await messages(socket, 2) == ["not told live", "told live"]


async def test_an_event_that_comes_again_is_shown_once(
    http: httpx.AsyncClient, served: str, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    async with house.database.transaction() as session:
        conversation = await get_conversation(session, visitor.id)
        greeting = await messages_after(session, visitor.id)
    async with opened(served, visitor) as socket:
        await hello(socket, visitor, after=1)
        await tell_messages(house.hub, conversation, greeting)
        await tell_typing_to_debtor(house.hub, visitor.id, "agent")
        assert (await frame(socket))["type"] == "typing"


async def test_another_language_is_told(
    http: httpx.AsyncClient, served: str, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.answer = lambda body: said("Hei", language="fi")
    async with opened(served, visitor) as socket:
        await hello(socket, visitor)
        await visitor.sends("moi")
        assert (await frame(socket, "language"))["language"] == "fi"


async def test_that_somebody_is_writing_is_told(
    http: httpx.AsyncClient, served: str, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    async with opened(served, visitor) as socket:
        await hello(socket, visitor, after=1)
        await tell_typing_to_debtor(house.hub, visitor.id, "agent")
        assert await frame(socket) == {"type": "typing", "sender": "agent"}


@pytest.mark.parametrize(
    "first",
    [
        '{"type": "hello", "access_token": "wrong", "after": 0}',
        '{"type": "hello"}',
        "not json",
        "[]",
        '{"access_token": null}',
    ],
)
async def test_whoever_cannot_say_who_it_is_is_told_that_there_is_nothing(
    http: httpx.AsyncClient, served: str, first: str
) -> None:
    visitor = await Visitor.arrives(http)
    async with opened(served, visitor) as socket:
        await socket.send(first)
        with pytest.raises(ConnectionClosed) as closed:
            await frame(socket)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4404


async def test_whoever_says_nothing_is_let_go(
    http: httpx.AsyncClient, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "HELLO_SECONDS", 0.05)
    visitor = await Visitor.arrives(http)
    async with opened(served, visitor) as socket:
        with pytest.raises(ConnectionClosed):
            await frame(socket)


async def test_a_page_that_leaves_is_forgotten(
    http: httpx.AsyncClient, served: str, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    async with opened(served, visitor) as socket:
        await hello(socket, visitor)
    async with asyncio.timeout(5):
        while shared.hub._subscriptions:  # type: ignore[attr-defined]
            await asyncio.sleep(0.01)
