"""One press takes the best one that waits."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import update

from backend.handoff.models import Handoff
from backend.services import Services
from backend.staff.models import StaffUser
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent
from tests.backend.staff.people import Somebody, somebody


async def takes_next(user: Agent | Somebody, key: str | None = None) -> httpx.Response:
    headers = {"Idempotency-Key": key} if key else {}
    return await user.http.post("/api/staff/handoffs/next", headers=headers)


async def waits(http: httpx.AsyncClient, reason: str = "requested", **more: Any) -> Visitor:
    visitor = await Visitor.arrives(http, **more)
    await hand_over(http, visitor, reason=reason)
    return visitor


async def is_given(house: Services, agent: Agent, **work: list[str]) -> None:
    me = (await agent.http.get("/api/staff/session")).json()["user"]["id"]
    async with house.database.transaction() as session:
        await session.execute(update(StaffUser).where(StaffUser.id == me).values(**work))


def taken(answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    assert answer.json()["handoff"]["state"] == "taken"
    return str(answer.json()["conversation"]["id"])


async def test_a_crisis_comes_first_then_who_has_waited_longest(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    first, second = await waits(http), await waits(http, "hardship")
    crisis = await waits(http, "crisis")
    order = [taken(await takes_next(alm)) for _ in range(3)]
    assert order == [crisis.id, first.id, second.id]


async def test_when_nobody_waits_it_says_so(http: httpx.AsyncClient, pyy_only: Agent) -> None:
    await waits(http, client="lind")
    answer = await takes_next(pyy_only)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/nobody-waits")
    assert answer.json()["detail"] == "Kukaan ei odota sinua juuri nyt."


async def test_somebody_is_given_what_they_are_trained_for_and_a_crisis(
    http: httpx.AsyncClient, house: Services, alm: Agent
) -> None:
    await is_given(house, alm, skills=["hardship"])
    dispute = await waits(http, "dispute")
    hardship, requested = await waits(http, "hardship"), await waits(http)
    crisis = await waits(http, "crisis")
    order = [taken(await takes_next(alm)) for _ in range(3)]
    assert order == [crisis.id, hardship.id, requested.id]
    assert (await takes_next(alm)).status_code == 409
    assert await alm.listed() == [dispute.id]  # it can still be picked by hand


async def test_somebody_is_given_the_languages_that_they_speak(
    http: httpx.AsyncClient, house: Services, alm: Agent
) -> None:
    await is_given(house, alm, speaks=["fi"])
    await waits(http, client="lind", language="sv")
    finnish = await waits(http, client="pyy", language="fi")
    assert taken(await takes_next(alm)) == finnish.id
    assert (await takes_next(alm)).status_code == 409


async def test_a_call_is_not_given_before_its_time(
    http: httpx.AsyncClient, house: Services, alm: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(
        http, visitor, reason="callback", kind="callback", phone="0701", at="2099-01-07T09:00:00Z"
    )
    assert (await takes_next(alm)).status_code == 409
    async with house.database.transaction() as session:
        yesterday = house.clock.now() - timedelta(days=1)
        await session.execute(update(Handoff).values(call_from=yesterday))
    assert taken(await takes_next(alm)) == visitor.id


async def test_a_press_whose_answer_was_lost_takes_no_second_one(
    http: httpx.AsyncClient, alm: Agent
) -> None:
    first, second = await waits(http), await waits(http)
    assert taken(await takes_next(alm, "press-1")) == first.id
    assert taken(await takes_next(alm, "press-1")) == first.id
    assert await alm.listed() == [second.id]


@pytest.fixture
async def many(app: FastAPI, house: Services) -> AsyncIterator[list[Somebody]]:
    people = [await somebody(app, house, "agent", ["lind"]) for _ in range(6)]
    yield people
    for person in people:
        await person.http.aclose()


async def test_of_many_who_press_at_once_each_gets_another_one(
    http: httpx.AsyncClient, many: list[Somebody]
) -> None:
    visitors = [await waits(http) for _ in range(4)]
    answers = await asyncio.gather(*[takes_next(person) for person in many])
    got = [taken(answer) for answer in answers if answer.status_code == 200]
    assert sorted(got) == sorted(visitor.id for visitor in visitors)
    assert [answer.status_code for answer in answers].count(409) == 2
    for visitor in visitors:
        assert len([text for text in await visitor.transcript() if "här nu" in text]) == 1


async def test_of_many_who_take_the_same_one_at_once_one_wins_and_all_others_are_told_whom(
    http: httpx.AsyncClient, many: list[Somebody]
) -> None:
    visitor = await waits(http)
    path = f"/api/staff/conversations/{visitor.id}/take"
    answers = await asyncio.gather(*[person.http.post(path) for person in many])
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 5
    for answer in answers:
        if answer.status_code == 409:
            assert answer.json()["type"] == "/problems/taken-by-another"
            assert answer.json()["detail"] == "Agent Ek has already taken this conversation."
