"""What is late, what was promised and what was missed; and which share was met."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import update

from backend.handoff.models import Handoff
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.handoff.waiting import always_open
from tests.backend.staff.agents import Agent
from tests.backend.staff.people import somebody

HOUR = timedelta(hours=1)
CALL = {"reason": "callback", "kind": "callback", "phone": "0701740605"}


@pytest.fixture(autouse=True)
async def at_any_hour(house: Services) -> None:
    await always_open(house)


async def sets(house: Services, visitor: Visitor, **moments: datetime | None) -> None:
    async with house.database.transaction() as session:
        theirs = update(Handoff).where(Handoff.conversation_id == visitor.id)
        await session.execute(theirs.values(**moments))


def by_the_clock(house: Services) -> datetime:
    return house.clock.now(house.clients.get("lind").zone)


async def deadlines(agent: Agent, **query: str) -> Any:
    answer = await agent.http.get("/api/staff/deadlines", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def of(rows: list[dict[str, Any]]) -> list[str]:
    return [row["conversation"] for row in rows]


async def waits(http: httpx.AsyncClient, client: str = "lind", **wanted: object) -> Visitor:
    visitor = await Visitor.arrives(http, client)
    await hand_over(http, visitor, **wanted)
    return visitor


async def test_promises_stand_in_the_order_in_which_they_are_due(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    later, sooner = await waits(http, **CALL), await waits(http, **CALL)
    for visitor, at in (
        (later, by_the_clock(house) + 3 * HOUR),
        (sooner, by_the_clock(house) + HOUR / 2),
    ):
        await sets(house, visitor, promised_at=at, answer_due_at=at, resolution_due_at=at)
    await waits(http)
    shown = await deadlines(alm)
    assert of(shown["promises"]) == [sooner.id, later.id]
    assert shown["counts"] == {"late": 0, "soon": 1}
    assert (shown["late"], shown["missed"]) == ([], [])


async def test_a_promise_that_was_not_kept_is_late_until_it_is(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    visitor = await waits(http, **CALL)
    await sets(
        house,
        visitor,
        promised_at=by_the_clock(house) - HOUR,
        answer_due_at=by_the_clock(house) - HOUR,
    )
    shown = await deadlines(alm)
    assert of(shown["late"]) == of(shown["promises"]) == [visitor.id]
    assert shown["counts"]["late"] == 1
    await alm.does(visitor, "take")
    assert of((await deadlines(alm))["late"]) == [visitor.id]
    await alm.does(visitor, "close", outcome="solved")
    shown = await deadlines(alm)
    assert (shown["late"], of(shown["missed"])) == ([], [visitor.id])


async def test_a_first_answer_that_is_overdue_is_late(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    in_time, too_late = await waits(http), await waits(http)
    await sets(house, too_late, answer_due_at=by_the_clock(house) - HOUR)
    shown = await deadlines(alm)
    assert of(shown["late"]) == [too_late.id]
    assert shown["late"][0]["clock"]["name"] == "answer"
    await alm.does(too_late, "take")
    await alm.says(too_late, "Hej!")
    assert (await deadlines(alm))["late"] == []
    assert of((await alm.lists())["items"]) == [in_time.id]


async def test_nobody_sees_the_deadlines_of_another_client(
    http: httpx.AsyncClient, lind_only: Agent, pyy_only: Agent, house: Services
) -> None:
    visitor = await waits(http, **CALL)
    await sets(house, visitor, promised_at=by_the_clock(house) - HOUR)
    assert (await deadlines(lind_only))["counts"]["late"] == 1
    assert (await deadlines(pyy_only))["counts"] == {"late": 0, "soon": 0}
    assert (await deadlines(pyy_only, client="lind"))["promises"] == []
    counts = await pyy_only.http.get("/api/staff/deadlines/counts")
    assert counts.json() == {"late": 0, "soon": 0}


async def test_the_share_that_was_met_is_told_by_client_and_of_all(
    http: httpx.AsyncClient, app: FastAPI, alm: Agent, house: Services
) -> None:
    for hours in (1, 1, -1):
        visitor = await waits(http)
        await sets(house, visitor, answer_due_at=by_the_clock(house) + hours * HOUR)
        await alm.does(visitor, "take")
        await alm.says(visitor, "Hej!")
        await alm.does(visitor, "close", outcome="solved")
    still_open = await waits(http)
    await sets(house, still_open, answer_due_at=by_the_clock(house) - timedelta(seconds=5))
    lead = await somebody(app, house, "supervisor", ["lind"])
    met = (await lead.http.get("/api/staff/deadlines/met")).json()
    [lind] = met["clients"]
    assert lind["client"]["id"] == "lind"
    assert lind["answer"] == {"met": 2, "of": 4, "percent": 50.0}
    assert lind["resolution"] == {"met": 3, "of": 3, "percent": 100.0}
    assert (met["answer"], met["resolution"]) == (lind["answer"], lind["resolution"])
    long_ago = {"from": "2025-01-01", "to": "2025-01-31"}
    met = (await lead.http.get("/api/staff/deadlines/met", params=long_ago)).json()
    assert met["answer"] == {"met": 0, "of": 0, "percent": None}


async def test_an_agent_sees_no_figures(alm: Agent) -> None:
    assert (await alm.http.get("/api/staff/deadlines/met")).status_code == 403


async def test_the_open_conversation_tells_of_a_call_that_is_still_to_be_made(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    visitor = await waits(http, **CALL)
    detail = (await alm.does(visitor, "take")).json()
    assert detail["call"] == detail["handoff"]["promised_at"]
    assert detail["handoff"]["kind"] == "callback"
    other = await waits(http)
    assert (await alm.does(other, "take")).json()["call"] is None
