"""The console's live socket."""

import json

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from backend.live import Live, conversation_topic
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.test_watching import frame
from tests.backend.conversations.test_watching import hello as say_hello
from tests.backend.conversations.test_watching import opened as debtors_socket
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent


def opened(served: str, agent: Agent | None, origin: str | None = None) -> connect:
    cookies = dict(agent.http.cookies) if agent else {}
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    return connect(
        f"ws://{served}/api/staff/live",
        additional_headers=headers,
        origin=Origin(origin or f"http://{served}"),
    )


async def test_staff_hear_what_happens_in_conversations_that_were_handed_over(
    http: httpx.AsyncClient, alm: Agent, served: str
) -> None:
    visitor = await Visitor.arrives(http)
    async with opened(served, alm) as socket:
        assert await frame(socket) == {"type": "queue"}
        await visitor.sends("nobody hears this")
        await hand_over(http, visitor)
        mode = await frame(socket, "mode")
        assert mode == {"type": "mode", "mode": "queue", "conversation": visitor.id}
        await visitor.sends("hallå?")
        message = await frame(socket, "message")
        assert (message["conversation"], message["message"]["text"]) == (visitor.id, "hallå?")


async def test_staff_hear_nothing_of_other_clients(
    http: httpx.AsyncClient, pyy_only: Agent, served: str
) -> None:
    lind, pyy = await Visitor.arrives(http, "lind"), await Visitor.arrives(http, "pyy")
    async with opened(served, pyy_only) as socket:
        await frame(socket, "ping")
        await hand_over(http, lind)
        await hand_over(http, pyy)
        assert (await frame(socket))["conversation"] == pyy.id


async def test_each_side_hears_that_the_other_is_writing(
    http: httpx.AsyncClient, alm: Agent, served: str, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    await alm.does(visitor, "take")
    async with opened(served, alm) as staff, debtors_socket(served, visitor) as debtor:
        await frame(staff, "ping")
        await say_hello(debtor, visitor, after=9)
        await debtor.send(json.dumps({"type": "typing"}))
        heard = await frame(staff, "typing")
        assert heard == {"type": "typing", "sender": "debtor", "conversation": visitor.id}
        await staff.send(json.dumps({"type": "typing", "conversation": visitor.id}))
        assert await frame(debtor, "typing") == {"type": "typing", "sender": "agent"}


async def test_an_agent_types_only_where_the_conversation_is_the_own(
    http: httpx.AsyncClient, alm: Agent, lind_only: Agent, served: str, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    await alm.does(visitor, "take")
    typing = json.dumps({"type": "typing", "conversation": visitor.id})
    async with shared.hub.subscribe(conversation_topic(visitor.id)) as heard:
        async with opened(served, lind_only) as other, opened(served, alm) as own:
            await other.send(typing)
            await other.send("not json")
            await own.send(typing)
            assert await anext(heard) == {"type": "typing", "sender": "agent"}
        await shared.hub.publish(conversation_topic(visitor.id), {"type": "end"})
        assert await anext(heard) == {"type": "end"}


async def test_a_socket_needs_a_session(served: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await opened(served, None)
    assert refused.value.response.status_code == 403


async def test_a_page_of_another_site_gets_no_socket(alm: Agent, served: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await opened(served, alm, origin="https://evil.example")
    assert refused.value.response.status_code == 403
