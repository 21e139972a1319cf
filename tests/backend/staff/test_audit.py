"""What supervisors and administrators read of the audit, and what is in it."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent
from tests.backend.staff.people import Somebody, somebody
from tests.backend.staff.test_detail import identified

SERVICE = {"Authorization": "Bearer demo"}


@pytest.fixture
async def reader(app: FastAPI, house: Services) -> AsyncIterator[Somebody]:
    user = await somebody(app, house, "supervisor")
    yield user
    await user.http.aclose()


async def read(reader: Somebody, **query: Any) -> list[dict[str, Any]]:
    answer = await reader.http.get("/api/staff/audit", params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_what_an_agent_does_with_a_case_is_all_there(
    http: httpx.AsyncClient, lind_only: Agent, house: Services, reader: Somebody
) -> None:
    visitor = await identified(http, house)
    await hand_over(http, visitor)
    await lind_only.does(visitor, "take")
    await lind_only.says(visitor, "hej")
    await lind_only.does(visitor, "close", outcome="solved")
    items = [item for item in await read(reader) if item["actor"]["name"] == "Linnea Björk"]
    assert [item["act"] for item in reversed(items)] == [
        "conversation.taken",
        "conversation.read",
        "case.read",
        "message.sent",
        "conversation.closed",
    ]
    assert {item["case"] for item in items} == {"L-1"}
    assert {item["client"] for item in items} == {"lind"}
    assert items[-1]["subject"] == {"kind": "conversation", "id": visitor.id}


async def test_what_a_service_reads_and_does_is_there_too(
    http: httpx.AsyncClient, house: Services, reader: Somebody
) -> None:
    await identified(http, house)
    for path in ("", "/balance", "/ledger"):
        assert (await http.get(f"/api/cases/L-1{path}", headers=SERVICE)).status_code == 200
    wish = {"text": "not mine"}
    for _ in range(2):  # the same key: done and written once
        headers = {**SERVICE, "Idempotency-Key": "k1"}
        await http.post("/api/cases/L-1/disputes", json=wish, headers=headers)
    items = await read(reader, case="L-1", actor="case-api")
    assert [item["act"] for item in items] == [
        "dispute.registered",
        "ledger.read",
        "case.read",
        "case.read",
    ]
    assert "not mine" not in str(items)


async def test_a_supervisor_of_another_client_reads_nothing_of_it(
    http: httpx.AsyncClient, app: FastAPI, house: Services, lind_only: Agent
) -> None:
    visitor = await identified(http, house)
    await hand_over(http, visitor)
    await lind_only.reads(visitor)
    other = await somebody(app, house, "supervisor", ["pyy"])
    assert await read(other) == []
    assert await read(other, case="L-1") == []
    assert await read(other, client="lind") == []
    await other.http.aclose()


async def test_rows_are_found_by_actor_act_and_day(
    http: httpx.AsyncClient, lind_only: Agent, reader: Somebody
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    await lind_only.reads(visitor)
    [item] = await read(reader, actor="björk")
    assert item["act"] == "conversation.read"
    assert await read(reader, actor="nobody at all") == []
    assert [item["act"] for item in await read(reader, act="handoff.made")] == ["handoff.made"]
    assert await read(reader, **{"from": "2001-01-01", "to": "2001-01-02"}) == []
    assert await read(reader, **{"from": "2001-01-01"}) != []


async def test_what_people_did_is_read_without_what_services_did(
    http: httpx.AsyncClient, house: Services, reader: Somebody
) -> None:
    await identified(http, house)
    assert (await http.get("/api/cases/L-1", headers=SERVICE)).status_code == 200
    assert {item["actor"]["kind"] for item in await read(reader)} > {"service"}
    assert {item["actor"]["kind"] for item in await read(reader, kind="staff")} == {"staff"}


async def test_older_rows_come_page_by_page(
    http: httpx.AsyncClient, lind_only: Agent, reader: Somebody
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    for _ in range(60):
        await lind_only.reads(visitor)
    answer = await reader.http.get("/api/staff/audit", params={"act": "conversation.read"})
    first = answer.json()
    assert (len(first["items"]), first["more"]) == (50, True)
    last = first["items"][-1]["seq"]
    rest = await read(reader, act="conversation.read", before=last)
    assert len(rest) == 10
    assert all(item["seq"] < last for item in rest)


@pytest.mark.parametrize(
    "wrong", [{"from": "yesterday"}, {"before": "0"}, {"kind": "bots"}, {"unknown": "1"}]
)
async def test_a_question_that_makes_no_sense_is_refused(
    reader: Somebody, wrong: dict[str, str]
) -> None:
    answer = await reader.http.get("/api/staff/audit", params=wrong)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid")


async def test_that_the_audit_was_read_is_in_the_audit(reader: Somebody) -> None:
    await read(reader)
    assert [item["act"] for item in await read(reader)] == ["audit.read"]


async def test_a_wrong_password_is_there_without_what_was_typed(
    alm: Agent, reader: Somebody
) -> None:
    await alm.signs_in("secret-typed-in-the-wrong-box@x", "wrong")
    await alm.signs_in("alm@staff", "wrong")
    known, unknown = await read(reader, act="sign_in.failed")
    assert (unknown["subject"], known["subject"]["kind"]) == (None, "user")
    assert {known["result"], unknown["result"]} == {"refused"}
    assert "secret" not in str(unknown)


async def test_who_keeps_asking_for_what_is_not_theirs_has_to_wait(pyy_only: Agent) -> None:
    statuses = set()
    for number in range(70):
        answer = await pyy_only.http.get(f"/api/staff/conversations/c{number}")
        statuses.add(answer.status_code)
    assert statuses == {404, 429}
