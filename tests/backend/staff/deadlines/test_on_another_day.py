"""A demonstration on another day: what is promised, due and late is told by that day's clock."""

from dataclasses import replace
from datetime import date, time, timedelta

import httpx
import pytest
from fastapi import FastAPI

from backend.clock import Clock
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.handoff.waiting import always_open, one_every, works
from tests.backend.staff.agents import Agent
from tests.backend.staff.deadlines.test_deadlines import CALL, by_the_clock, deadlines, waits
from tests.backend.staff.test_clocks import judged

LONG_AGO = Clock(date(2026, 3, 4), time(10, 0))
FAR_AHEAD = Clock(date(2032, 3, 3), time(10, 0))


@pytest.fixture(params=[LONG_AGO, FAR_AHEAD], ids=["long ago", "far ahead"])
def house(request: pytest.FixtureRequest, house: Services) -> Services:
    """The same on that day."""
    return replace(house, clock=request.param)


@pytest.fixture(autouse=True)
async def at_any_hour(house: Services) -> None:
    await always_open(house)


async def test_what_was_just_promised_is_not_late(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    called, waiting = await waits(http, **CALL), await waits(http)
    shown = await deadlines(alm)
    assert shown["late"] == []
    assert [row["conversation"] for row in shown["promises"]] == [called.id]
    for visitor in (called, waiting):
        await alm.does(visitor, "take")
        await alm.says(visitor, "Hej!")
        await alm.does(visitor, "close", outcome="solved")
    assert (await deadlines(alm))["missed"] == []
    assert {met for _, met in await judged(house)} == {True}


async def test_what_was_not_done_in_time_is_late_and_then_missed(
    app: FastAPI, http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    visitor = await waits(http)
    tomorrow = by_the_clock(house).date() + timedelta(days=1)
    app.state.services = replace(house, clock=Clock(tomorrow, time(10, 0)))
    assert [row["conversation"] for row in (await deadlines(alm))["late"]] == [visitor.id]
    await alm.does(visitor, "take")
    await alm.says(visitor, "Hej!")
    await alm.does(visitor, "close", outcome="solved")
    shown = await deadlines(alm)
    assert (shown["late"], [row["conversation"] for row in shown["missed"]]) == ([], [visitor.id])


async def test_the_console_is_told_how_far_its_clock_is_from_that_of_the_client(
    http: httpx.AsyncClient, alm: Agent, house: Services
) -> None:
    await waits(http)
    [row] = (await alm.lists())["items"]
    ahead = house.clock.ahead(house.clients.get("lind").zone).total_seconds()
    assert abs(row["client"]["ahead_seconds"] - ahead) < 30


async def test_the_pace_is_measured_in_the_open_hours_of_that_day(
    http: httpx.AsyncClient, house: Services
) -> None:
    await one_every(house, minutes=4)
    await works(house)
    answer = await hand_over(http, await Visitor.arrives(http))
    assert (answer["wait"], answer["minutes"]) == ("known", 5)
