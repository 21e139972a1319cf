"""Being available, away and wrapping up, as the console asks for it."""

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.test_watching import frame
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent
from tests.backend.staff.people import Somebody, somebody
from tests.backend.staff.test_watching import opened


async def state(agent: Agent) -> str:
    answer = await agent.http.get("/api/staff/duty")
    return str(answer.json()["state"])


async def becomes(agent: Agent, wanted: str) -> str:
    answer = await agent.http.put("/api/staff/duty", json={"state": wanted})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["state"])


@pytest.fixture
async def lead(app: FastAPI, house: Services) -> Somebody:
    return await somebody(app, house, "supervisor", ["lind"])


async def test_an_open_console_makes_somebody_available_until_they_say_otherwise(
    alm: Agent, served: str
) -> None:
    assert await state(alm) == "away"
    async with opened(served, alm) as socket:
        await frame(socket, "ping")
        assert await state(alm) == "available"
        assert await becomes(alm, "away") == "away"
        assert await becomes(alm, "available") == "available"
    assert await state(alm) == "available"  # for as long as a lost line is waited for


async def test_somebody_cannot_choose_to_wrap_up(alm: Agent) -> None:
    answer = await alm.http.put("/api/staff/duty", json={"state": "wrap_up"})
    assert answer.status_code == 422


async def test_after_closing_somebody_wraps_up_until_they_are_available_again(
    http: httpx.AsyncClient, alm: Agent, served: str
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    async with opened(served, alm) as socket:
        await frame(socket, "ping")
        await alm.does(visitor, "take")
        await alm.does(visitor, "close", outcome="solved")
        duty = (await alm.http.get("/api/staff/duty")).json()
        assert duty["state"] == "wrap_up"
        assert duty["until"]
        assert await becomes(alm, "available") == "available"


async def test_a_supervisor_sees_the_team_of_the_own_clients_and_who_waits(
    http: httpx.AsyncClient, lead: Somebody, alm: Agent, pyy_only: Agent, served: str
) -> None:
    waiting, taken = await Visitor.arrives(http), await Visitor.arrives(http)
    elsewhere = await Visitor.arrives(http, "pyy")
    for visitor in (waiting, taken, elsewhere):
        await hand_over(http, visitor)
    async with opened(served, alm) as socket:
        await frame(socket, "ping")
        await alm.does(taken, "take")
        team = (await lead.http.get("/api/staff/team")).json()
    people = {person["name"]: person for person in team["people"]}
    assert "Aino Koivu" not in people
    assert (people["Siri Alm"]["state"], people["Siri Alm"]["holds"]) == ("available", 1)
    assert (people["Linnea Björk"]["state"], people["Linnea Björk"]["here"]) == ("away", False)
    [wait] = team["waits"]
    assert (wait["client"], wait["language"], wait["waiting"]) == ("lind", "sv", 1)
    assert (wait["on_duty"], wait["crisis"]) == (1, 0)


async def test_a_supervisor_hears_that_somebody_has_gone_and_an_agent_does_not(
    app: FastAPI, house: Services, alm: Agent, lind_only: Agent, served: str
) -> None:
    lead = await somebody(app, house, "supervisor", ["lind"])
    async with opened(served, Agent(lead.http)) as socket:
        await frame(socket, "ping")
        await becomes(alm, "away")
        heard = await frame(socket, "duty")
        assert set(heard) == {"type", "user", "n"}


async def test_what_somebody_chose_is_in_the_audit_once(alm: Agent, house: Services) -> None:
    await becomes(alm, "away")
    await becomes(alm, "away")
    async with house.database.transaction() as session:
        rows = (await session.scalars(select(AuditRow).where(AuditRow.act == "duty.chosen"))).all()
    assert [row.facts for row in rows] == [{"state": "away"}]
