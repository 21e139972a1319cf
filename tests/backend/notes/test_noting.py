"""Internal notes: for colleagues, and never for the debtor or the assistant."""

import asyncio
import json
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select
from websockets.asyncio.client import connect

from backend.audit.models import AuditRow
from backend.notes.models import Note
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent
from tests.backend.staff.test_detail import identified

SECRET = "Ring hennes syster först"


@pytest.fixture
async def visitor(http: httpx.AsyncClient, agents: list[Agent]) -> Visitor:
    """Somebody who waits for a person."""
    waiting = await Visitor.arrives(http)
    await hand_over(http, waiting)
    return waiting


async def note(agent: Agent, visitor: Visitor, text: str, id: str | None = None) -> httpx.Response:
    return await agent.does(visitor, "notes", id=id or str(uuid4()), text=text)


async def test_an_agent_who_does_not_have_the_conversation_may_note_too(
    visitor: Visitor, alm: Agent, lind_only: Agent
) -> None:
    await alm.does(visitor, "take")
    written = await note(lind_only, visitor, SECRET)
    assert written.status_code == 200
    [shown] = (await alm.reads(visitor)).json()["notes"]
    assert (shown["text"], shown["by"]["name"], shown["kind"]) == (SECRET, "Linnea Björk", "note")
    assert shown["after"] == (await alm.reads(visitor)).json()["messages"][-1]["seq"]


async def test_the_debtor_never_gets_a_note(
    http: httpx.AsyncClient, visitor: Visitor, alm: Agent, served: str
) -> None:
    address = f"ws://{served}{visitor.path}/live"
    async with connect(address) as socket:
        token = visitor.begun["access_token"]
        await socket.send(json.dumps({"type": "hello", "access_token": token, "after": 0}))
        await alm.does(visitor, "take")
        await note(alm, visitor, SECRET)
        await alm.says(visitor, "Hej!")
        heard = ""
        while "Hej!" not in heard:
            async with asyncio.timeout(5):
                heard += str(await socket.recv())
    assert SECRET not in heard
    assert SECRET not in json.dumps(await visitor.reads(), ensure_ascii=False)
    again = await http.post(f"{visitor.path}/visits", headers=visitor.headers)
    assert SECRET not in again.text


async def test_the_assistant_never_gets_a_note(
    visitor: Visitor, alm: Agent, rasa: FakeRasa
) -> None:
    await alm.does(visitor, "take")
    await note(alm, visitor, SECRET)
    await alm.does(visitor, "return", note=SECRET)
    assert await visitor.hears("hej") == ["You said: hej"]
    assert SECRET not in json.dumps(rasa.asked, ensure_ascii=False)


async def test_a_copy_of_all_that_is_kept_counts_notes_and_holds_none(
    http: httpx.AsyncClient, house: Services, lind_only: Agent
) -> None:
    visitor = await identified(http, house)
    await hand_over(http, visitor)
    await note(lind_only, visitor, SECRET)
    copy = await http.get(f"{visitor.path}/export", headers=visitor.headers)
    assert SECRET not in copy.text
    [left_out] = copy.json()["left_out"]
    assert left_out.startswith("1 ")


async def test_the_same_note_again_is_one_note(
    visitor: Visitor, alm: Agent, house: Services
) -> None:
    await note(alm, visitor, "en gång", id="n1")
    again = await note(alm, visitor, "en gång", id="n1")
    assert again.json()["id"] == "n1"
    async with house.database.transaction() as session:
        assert len((await session.scalars(select(Note))).all()) == 1
        acts = select(AuditRow).where(AuditRow.act == "note.written")
        assert len((await session.scalars(acts)).all()) == 1


async def test_an_identity_number_in_a_note_is_masked(visitor: Visitor, alm: Agent) -> None:
    shown = (await note(alm, visitor, "Hon är 811218-9876")).json()
    assert "9876" not in shown["text"]


async def test_an_empty_note_is_refused(visitor: Visitor, alm: Agent) -> None:
    answer = await note(alm, visitor, " \n ")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/message-empty")


async def test_staff_of_another_client_cannot_note(visitor: Visitor, pyy_only: Agent) -> None:
    assert (await note(pyy_only, visitor, "x")).status_code == 404


async def test_how_it_ended_is_a_note_that_the_next_conversation_about_the_case_shows(
    http: httpx.AsyncClient, house: Services, lind_only: Agent
) -> None:
    first = await identified(http, house)
    await hand_over(http, first)
    await lind_only.does(first, "take")
    await lind_only.does(first, "close", outcome="promised", note="Betalar på fredag")
    [ended] = (await lind_only.reads(first)).json()["notes"]
    assert (ended["kind"], ended["about"], ended["text"]) == (
        "closed",
        "promised",
        "Betalar på fredag",
    )
