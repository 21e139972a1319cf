"""A conversation comes from one agent to another."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.clock import utc_now
from backend.duty.repository import choose, stay_here
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.test_watching import frame
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent
from tests.backend.staff.people import Somebody, somebody
from tests.backend.staff.test_watching import opened


async def id_of(agent: Agent) -> str:
    return str((await agent.http.get("/api/staff/session")).json()["user"]["id"])


@pytest.fixture
async def visitor(http: httpx.AsyncClient, agents: list[Agent]) -> Visitor:
    waiting = await Visitor.arrives(http)
    await hand_over(http, waiting)
    return waiting


@pytest.fixture
async def lead(app: FastAPI, house: Services) -> Somebody:
    return await somebody(app, house, "supervisor", ["lind"])


async def is_here(house: Services, *users: str) -> None:
    async with house.database.transaction() as session:
        await stay_here(session, users, utc_now() + timedelta(hours=1))


async def assigns(lead: Somebody, visitor: Visitor, to: str) -> httpx.Response:
    path = f"/api/staff/conversations/{visitor.id}/assign"
    return await lead.http.post(path, json={"to": to})


async def test_who_takes_over_may_write_and_who_had_it_is_told_and_may_not(
    visitor: Visitor, alm: Agent, lind_only: Agent, served: str
) -> None:
    await alm.does(visitor, "take")
    async with opened(served, alm) as socket:
        await frame(socket, "ping")
        detail = await lind_only.does(visitor, "take-over", holder=await id_of(alm))
        assert detail.json()["handoff"]["taken_by"]["name"] == "Linnea Björk"
        told = await frame(socket, "passed")
    assert (told["conversation"], told["by"], told["mine"]) == (visitor.id, "Linnea Björk", False)
    assert (await lind_only.says(visitor, "Hej!")).status_code == 200
    assert (await alm.says(visitor, "Hej!")).json()["type"] == "/problems/not-taken-by-you"
    assert (await visitor.transcript())[-2].startswith("Linnea är här nu")


async def test_taking_over_again_changes_nothing(
    visitor: Visitor, alm: Agent, lind_only: Agent
) -> None:
    await alm.does(visitor, "take")
    for _ in range(2):
        answer = await lind_only.does(visitor, "take-over", holder=await id_of(alm))
        assert answer.status_code == 200
    assert len([text for text in await visitor.transcript() if text.startswith("Linnea")]) == 1


async def test_what_has_come_to_somebody_else_meanwhile_is_not_taken_over(
    app: FastAPI, house: Services, visitor: Visitor, alm: Agent, lind_only: Agent
) -> None:
    other = await somebody(app, house, "agent", ["lind"])
    await alm.does(visitor, "take")
    alms, path = await id_of(alm), f"/api/staff/conversations/{visitor.id}/take-over"
    answers = await asyncio.gather(
        lind_only.http.post(path, json={"holder": alms}),
        other.http.post(path, json={"holder": alms}),
    )
    by_status = {answer.status_code: answer.json() for answer in answers}
    assert set(by_status) == {200, 409}
    assert by_status[200]["handoff"]["taken_by"]["name"] in by_status[409]["detail"]


async def test_what_waits_or_has_ended_is_not_taken_over(
    visitor: Visitor, alm: Agent, lind_only: Agent
) -> None:
    assert (await lind_only.does(visitor, "take-over", holder=await id_of(alm))).status_code == 409


async def test_a_supervisor_gives_what_waits_to_somebody_who_is_at_work(
    house: Services, visitor: Visitor, alm: Agent, lead: Somebody, served: str
) -> None:
    alms = await id_of(alm)
    async with opened(served, alm) as socket:
        await frame(socket, "ping")
        assert (await assigns(lead, visitor, alms)).status_code == 204
        told = await frame(socket, "passed")
    assert (told["by"], told["mine"]) == ("Supervisor Ek", True)
    assert await alm.listed("mine") == [visitor.id]
    assert (await visitor.transcript())[-1] == "Siri tar över nu och läser det du har skrivit."
    assert (await assigns(lead, visitor, alms)).status_code == 204  # again: nothing more is said
    assert len([text for text in await visitor.transcript() if "tar över" in text]) == 1


async def test_a_supervisor_gives_what_one_has_to_another(
    house: Services, visitor: Visitor, alm: Agent, lind_only: Agent, lead: Somebody
) -> None:
    await alm.does(visitor, "take")
    bjork = await id_of(lind_only)
    await is_here(house, bjork)
    assert (await assigns(lead, visitor, bjork)).status_code == 204
    assert (await alm.says(visitor, "Hej!")).status_code == 409
    assert (await lind_only.says(visitor, "Hej!")).status_code == 200
    async with house.database.transaction() as session:
        acts = await session.scalars(select(AuditRow.act).order_by(AuditRow.seq))
        assert "conversation.assigned" in list(acts)


async def test_nothing_is_given_to_somebody_who_is_away_or_may_not_see_it(
    house: Services, visitor: Visitor, alm: Agent, pyy_only: Agent, lead: Somebody
) -> None:
    alms, koivus = await id_of(alm), await id_of(pyy_only)
    await is_here(house, alms, koivus)
    async with house.database.transaction() as session:
        await choose(session, alms, "away", utc_now())
    for user in (alms, koivus):
        answer = await assigns(lead, visitor, user)
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/colleague-away")
    assert (await assigns(lead, visitor, "nobody")).status_code == 404


async def test_an_agent_gives_nothing_to_others(visitor: Visitor, alm: Agent) -> None:
    assert (await alm.does(visitor, "assign", to="x")).status_code == 403
