"""The console's live socket."""

import json
from urllib.parse import urlencode

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import delete
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin

from backend.live import Live, conversation_topic
from backend.services import Services
from backend.staff.desk.beat import beat
from backend.staff.models import StaffSession
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.test_watching import frame
from tests.backend.conversations.test_watching import hello as say_hello
from tests.backend.conversations.test_watching import opened as debtors_socket
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent


def opened(served: str, agent: Agent | None, origin: str | None = None, **query: object) -> connect:
    cookies = dict(agent.http.cookies) if agent else {}
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    return connect(
        f"ws://{served}/api/staff/live?{urlencode(query)}",
        additional_headers=headers,
        origin=Origin(origin or f"http://{served}"),
    )


async def test_staff_hear_what_changes_in_the_lists_of_the_own_clients(
    http: httpx.AsyncClient, pyy_only: Agent, served: str
) -> None:
    lind, pyy = await Visitor.arrives(http, "lind"), await Visitor.arrives(http, "pyy")
    async with opened(served, pyy_only) as socket:
        await frame(socket, "ping")
        await pyy.sends("nobody hears this")
        await hand_over(http, lind)
        await hand_over(http, pyy, reason="dispute")
        changed = await frame(socket, "handoffs")
    assert changed["conversation"] == pyy.id
    [row] = changed["items"]
    assert (row["state"], row["reason"], row["client"]["id"]) == ("waiting", "dispute", "pyy")
    assert changed["counts"] == {"pyy": {"waiting": 1, "taken": 0}}


async def test_who_looks_at_a_conversation_and_who_has_it_hear_what_is_said(
    http: httpx.AsyncClient, alm: Agent, lind_only: Agent, served: str
) -> None:
    visitor, other = await Visitor.arrives(http), await Visitor.arrives(http)
    for one in (visitor, other):
        await hand_over(http, one)
    await alm.does(visitor, "take")
    async with opened(served, alm) as has, opened(served, lind_only) as looks:
        for socket in (has, looks):
            await frame(socket, "ping")
        await looks.send(json.dumps({"type": "looking", "conversation": visitor.id}))
        await frame(looks, "lookers")
        await other.sends("this is heard by neither")
        await visitor.sends("hallå?")
        for socket in (has, looks):
            message = await frame(socket, "message")
            assert (message["conversation"], message["message"]["text"]) == (visitor.id, "hallå?")


async def test_nobody_looks_at_a_conversation_of_another_client(
    http: httpx.AsyncClient, pyy_only: Agent, alm: Agent, served: str
) -> None:
    visitor = await Visitor.arrives(http, "lind")
    await hand_over(http, visitor)
    looking = json.dumps({"type": "looking", "conversation": visitor.id})
    async with opened(served, pyy_only, looking=visitor.id) as other, opened(served, alm) as may:
        await frame(other, "ping")
        await frame(may, "ping")
        await other.send(looking)
        await may.send(looking)
        assert (await frame(may, "lookers"))["who"] == []
        await visitor.sends("hallå?")
        await frame(may, "message")
        duty = await pyy_only.http.put("/api/staff/duty", json={"state": "away"})
        assert duty.status_code == 200
        # Its own coming and going, and nothing between them.
        assert [(await frame(other))["type"] for _ in range(2)] == ["duty", "duty"]


async def test_those_who_look_at_the_same_see_each_other(
    http: httpx.AsyncClient, alm: Agent, lind_only: Agent, served: str
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    async with opened(served, alm, looking=visitor.id) as first:
        assert (await frame(first, "lookers"))["who"] == []
        async with opened(served, lind_only, looking=visitor.id) as second:
            [seen] = (await frame(second, "lookers"))["who"]
            assert seen["name"] == "Siri Alm"
            [seen] = (await frame(first, "lookers"))["who"]
            assert seen["name"] == "Linnea Björk"
        assert (await frame(first, "lookers"))["who"] == []


async def test_colleagues_who_look_on_see_that_the_one_who_has_it_is_writing(
    http: httpx.AsyncClient, alm: Agent, lind_only: Agent, served: str
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    await alm.does(visitor, "take")
    async with opened(served, alm) as has, opened(served, lind_only, looking=visitor.id) as looks:
        await frame(looks, "lookers")
        await has.send(json.dumps({"type": "typing", "conversation": visitor.id}))
        assert (await frame(looks, "typing"))["sender"] == "agent"


async def test_what_came_while_the_line_was_lost_is_told_once_and_in_order(
    http: httpx.AsyncClient, alm: Agent, served: str
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    await alm.does(visitor, "take")
    async with opened(served, alm) as socket:
        hello = await frame(socket, "hello")
        assert hello["anew"]
        await visitor.sends("before")
        last = await frame(socket, "message")
    await visitor.sends("one")
    await visitor.sends("two")
    back = {"epoch": hello["epoch"], "after": last["n"]}
    async with opened(served, alm, **back) as socket:
        again = await frame(socket, "hello")
        assert not again["anew"]
        texts = [(await frame(socket, "message"))["message"]["text"] for _ in range(2)]
        assert texts == ["one", "two"]
        await visitor.sends("three")
        heard = await frame(socket, "message")
        assert heard["message"]["text"] == "three"
        assert heard["n"] > again["n"]


async def test_a_console_that_takes_several_in_one_is_told_what_it_missed_in_one_frame(
    http: httpx.AsyncClient, alm: Agent, served: str, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    epoch, after = shared.hub.line.epoch, shared.hub.line.newest
    await alm.does(visitor, "take")
    await visitor.sends("one")
    await visitor.sends("two")
    async with opened(served, alm, epoch=epoch, after=after, several="yes") as socket:
        missed = (await frame(socket, "several"))["frames"]
    numbers = [one["n"] for one in missed]
    assert numbers == sorted(set(numbers))
    said = [one["message"]["text"] for one in missed if one["type"] == "message"]
    assert said[-2:] == ["one", "two"]


async def test_a_list_that_has_changed_twice_in_one_moment_is_told_once(
    http: httpx.AsyncClient, alm: Agent, served: str, shared: Live
) -> None:
    visitor = await Visitor.arrives(http)
    epoch, after = shared.hub.line.epoch, shared.hub.line.newest
    await hand_over(http, visitor)
    await alm.does(visitor, "take")
    async with opened(served, alm, epoch=epoch, after=after, several="yes") as socket:
        missed = (await frame(socket, "several"))["frames"]
    [changed] = [one for one in missed if one["type"] == "handoffs"]
    assert [row["state"] for row in changed["items"]] == ["taken"]


@pytest.mark.parametrize("back", [{"epoch": "of-before", "after": 1}, {"after": 0}, {"after": "x"}])
async def test_who_comes_back_with_a_number_that_means_nothing_reads_the_lists_anew(
    alm: Agent, served: str, back: dict[str, object]
) -> None:
    async with opened(served, alm, **back) as socket:
        assert (await frame(socket, "hello"))["anew"]


async def test_what_is_older_than_what_is_kept_is_read_anew(
    alm: Agent, served: str, shared: Live
) -> None:
    shared.hub.line._kept = type(shared.hub.line._kept)(maxlen=3)
    for _ in range(5):
        shared.hub.line.keep({"type": "duty", "user": "u", "clients": ["*"]})
    epoch = shared.hub.line.epoch
    async with opened(served, alm, epoch=epoch, after=1) as socket:
        assert (await frame(socket, "hello"))["anew"]
    async with opened(served, alm, epoch=epoch, after=3) as socket:
        assert not (await frame(socket, "hello"))["anew"]


async def test_all_consoles_read_anew_when_the_line_begins_anew(
    alm: Agent, served: str, shared: Live
) -> None:
    async with opened(served, alm) as socket:
        await frame(socket, "ping")
        shared.hub.line.begin_anew("another", 7)
        anew = await frame(socket, "anew")
        assert (anew["epoch"], anew["n"]) == ("another", 7)


async def test_who_has_signed_out_is_away_at_once(alm: Agent, served: str) -> None:
    async with opened(served, alm) as socket:
        await frame(socket, "ping")
        await socket.send(json.dumps({"type": "bye"}))
        await frame(socket, "duty")
    assert (await alm.http.get("/api/staff/duty")).json()["state"] == "away"


async def test_the_line_of_a_session_that_has_ended_is_closed_at_the_next_beat(
    alm: Agent, served: str, house: Services, app: FastAPI
) -> None:
    async with opened(served, alm) as socket:
        await frame(socket, "ping")
        async with house.database.transaction() as session:
            await session.execute(delete(StaffSession))
        await beat(house, app.state.desk.watchers)
        with pytest.raises(ConnectionClosed):
            await frame(socket, "that never comes")


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
        assert (heard["sender"], heard["conversation"]) == ("debtor", visitor.id)
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
