"""A receipt arrives: once, in the conversation, as a person's task, and the case rests."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from backend.attachments import receiving, routes
from backend.attachments.accepted import accepted
from backend.attachments.models import Attachment
from backend.cases.models import Hold
from backend.conversations.models import Conversation
from backend.handoff.models import Handoff
from backend.live.limits import read_limits
from backend.services import Services
from backend.texts import known_languages
from tests.backend.attachments.files import FILES, PDF, alva, send
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.staff.agents import Agent, agents, alm, password_hash  # noqa: F401

SERVICE = {"Authorization": "Bearer demo"}


@pytest.fixture
async def visitor(http: httpx.AsyncClient, house: Services) -> Visitor:
    """Alva, identified; somebody else has a case with the same client."""
    for reference in ("L-1", "L-9"):
        await a_case(house.database, reference)
    return await alva(http, house, language="sv")


async def rows(house: Services, model: type) -> list[Any]:
    async with house.database.transaction() as session:
        return list(await session.scalars(select(model)))


async def holds(http: httpx.AsyncClient, case: str = "L-1") -> list[tuple[str, str]]:
    facts = (await http.get(f"/api/cases/{case}", headers=SERVICE)).json()
    return [(hold["reason"], hold["until"]) for hold in facts["holds"]]


@pytest.mark.parametrize("kind", FILES)
async def test_a_file_of_each_kind_is_shown_in_the_conversation(
    visitor: Visitor, kind: str
) -> None:
    answer = await send(visitor, FILES[kind], id="f1")
    assert answer.status_code == 200
    shown = answer.json()["message"]
    assert shown["card"] == {
        "type": "attachment",
        "id": "f1",
        "kind": kind,
        "size": len(FILES[kind]),
    }
    assert (shown["id"], shown["sender"], shown["text"]) == ("f1", "debtor", "Kvitto")
    read = (await visitor.reads())["messages"]
    assert read[-2] == shown
    assert read[-1:] == answer.json()["messages"]


async def test_a_person_gets_it_as_a_task_and_the_assistant_goes_on(
    visitor: Visitor,
    house: Services,
    alm: Agent,  # noqa: F811
) -> None:
    answer = (await send(visitor)).json()
    [task] = await rows(house, Handoff)
    assert (task.reason, task.state, task.keeps_assistant) == ("payment_proof", "waiting", True)
    assert answer["mode"] == "bot"
    assert await visitor.hears("hej") != []
    assert await alm.listed() == [visitor.id]
    summary = (await alm.reads(visitor)).json()["summary"]
    assert summary[0] == "Has sent a receipt"


async def test_the_person_reads_what_was_written_before_the_receipt(
    visitor: Visitor, house: Services
) -> None:
    await visitor.sends("jag betalade i fredags")
    await send(visitor)
    [task] = await rows(house, Handoff)
    assert task.wish == "jag betalade i fredags"


async def test_of_a_receipt_without_a_word_it_is_said_what_it_is(
    visitor: Visitor, house: Services
) -> None:
    await send(visitor)
    [task] = await rows(house, Handoff)
    assert task.wish == "Kvitto"


async def test_what_is_said_has_the_time_of_the_check_and_how_long_the_case_rests(
    visitor: Visitor, http: httpx.AsyncClient
) -> None:
    [said] = (await send(visitor)).json()["messages"]
    assert "senast onsdag 25 november kl." in said["text"].replace("\xa0", " ")
    assert "till 9 december 2026" in said["text"].replace("\xa0", " ")
    assert said["sender"] == "system"
    assert await holds(http) == [("payment_reported", "2026-12-09")]
    assert await holds(http, "L-9") == []


async def test_it_is_said_in_every_language(
    visitor: Visitor, http: httpx.AsyncClient, house: Services
) -> None:
    for language in known_languages():
        theirs = await alva(http, house)
        async with house.database.transaction() as session:
            (await session.get_one(Conversation, theirs.id)).language = language
        [said] = (await send(theirs)).json()["messages"]
        assert "{" not in said["text"]
        assert len(said["text"]) > 40


async def test_a_case_that_rests_for_the_payment_already_rests_as_it_did(
    visitor: Visitor, http: httpx.AsyncClient, house: Services
) -> None:
    wish = {"reason": "payment_reported", "until": "2026-12-24"}
    await http.post("/api/cases/L-1/holds", json=wish, headers=SERVICE)
    [said] = (await send(visitor)).json()["messages"]
    assert "24 december 2026" in said["text"].replace("\xa0", " ")
    assert len(await rows(house, Hold)) == 1


async def test_the_same_file_again_is_stored_once_and_has_the_same_answer(
    visitor: Visitor, house: Services
) -> None:
    first = await send(visitor, id="f1")
    assert (await send(visitor, id="f1")).json() == first.json()
    for model in (Attachment, Hold, Handoff):
        assert len(await rows(house, model)) == 1


async def test_two_at_the_same_moment_are_one(visitor: Visitor, house: Services) -> None:
    first, second = await asyncio.gather(send(visitor, id="f1"), send(visitor, id="f1"))
    assert first.json() == second.json()
    assert len(await rows(house, Attachment)) == 1


async def test_a_second_file_belongs_to_the_task_that_waits(
    visitor: Visitor, house: Services
) -> None:
    first, second = await send(visitor), await send(visitor, FILES["png"])
    [one], [other] = first.json()["messages"], second.json()["messages"]
    assert "H-" in one["text"]
    assert "H-" not in other["text"]
    assert len(await rows(house, Handoff)) == 1
    assert len(await rows(house, Attachment)) == 2


async def test_another_file_with_an_id_that_is_used_is_refused(visitor: Visitor) -> None:
    await send(visitor, id="f1")
    await visitor.sends("hej", id="m1")
    for id in ("f1", "m1"):
        answer = await send(visitor, FILES["png"], id=id)
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/attachment-id-used")


async def test_a_stranger_is_asked_to_identify_first(
    http: httpx.AsyncClient, house: Services
) -> None:
    stranger = await Visitor.arrives(http, language="sv")
    answer = await send(stranger)
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/identify-to-send")
    assert answer.json()["detail"].startswith("Legitimera dig först")
    assert await rows(house, Attachment) == []


async def test_without_the_token_the_conversation_is_not_there(visitor: Visitor) -> None:
    path = f"{visitor.path}/attachments"
    for headers in ({}, {"Authorization": "Bearer wrong"}):
        answer = await visitor.http.post(path, params={"id": "f"}, content=PDF, headers=headers)
        assert answer.status_code == 404


@pytest.mark.parametrize(
    ("content", "status", "kind"),
    [
        (b"", 422, "attachment-empty"),
        (b"<html>", 415, "attachment-kind-unknown"),
        (b"%PDF-" + b" " * accepted().largest_bytes, 413, "attachment-too-large"),
    ],
)
async def test_what_cannot_be_taken_is_refused_in_words(
    visitor: Visitor, house: Services, content: bytes, status: int, kind: str
) -> None:
    answer = await send(visitor, content)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{kind}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].endswith(".")
    assert await rows(house, Attachment) == []
    assert await rows(house, Hold) == []


async def test_a_body_without_a_length_is_read_no_further_than_it_may_be(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = accepted().model_copy(update={"largest_bytes": 100})
    monkeypatch.setattr(routes, "accepted", lambda: small)
    sent = []

    async def endless() -> AsyncIterator[bytes]:
        for part in range(1000):
            sent.append(part)
            yield b"%PDF-" * 10

    answer = await visitor.http.post(
        f"{visitor.path}/attachments",
        params={"id": "f"},
        content=endless(),
        headers=visitor.headers,
    )
    assert answer.status_code == 413


async def test_a_conversation_takes_so_many_files_and_no_more(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = accepted().model_copy(update={"at_most": 2})
    monkeypatch.setattr(receiving, "accepted", lambda: few)
    for _ in range(2):
        assert (await send(visitor)).status_code == 200
    answer = await send(visitor)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/attachments-too-many")


async def test_too_many_tries_are_asked_to_wait(
    visitor: Visitor, house: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = accepted().model_copy(update={"at_most": 1})
    monkeypatch.setattr(receiving, "accepted", lambda: few)
    at_most = read_limits()["attachments_of_a_conversation"].at_most
    answers = [await send(visitor) for _ in range(at_most + 1)]
    assert answers[-1].status_code == 429
    assert answers[-1].headers["retry-after"]


async def test_a_person_who_has_the_conversation_sees_it_and_nothing_is_said_over_them(
    visitor: Visitor,
    http: httpx.AsyncClient,
    house: Services,
    alm: Agent,  # noqa: F811
) -> None:
    await send(visitor)
    assert (await alm.does(visitor, "take")).status_code == 200
    answer = (await send(visitor, FILES["jpeg"], id="f2")).json()
    assert (answer["messages"], answer["mode"]) == ([], "agent")
    seen = (await alm.reads(visitor)).json()["messages"]
    assert [message["id"] for message in seen if message["card"]][-1] == "f2"


async def test_a_file_opens_a_closed_conversation_again(
    visitor: Visitor,
    alm: Agent,  # noqa: F811
) -> None:
    await send(visitor)
    await alm.does(visitor, "take")
    await alm.does(visitor, "close", outcome="solved")
    assert (await send(visitor)).json()["mode"] == "bot"


async def test_nothing_of_a_file_is_kept_when_its_storing_fails(
    visitor: Visitor, house: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*args: Any) -> None:
        raise RuntimeError("broken off")

    monkeypatch.setattr(receiving, "have_it_checked", fails)
    with pytest.raises(RuntimeError):
        await send(visitor)
    async with house.database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(Attachment)) == 0
    assert all(message["card"] is None for message in (await visitor.reads())["messages"])
