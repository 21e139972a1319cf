"""How long an offer of a person holds: to the end of the next working day where the client is."""

from dataclasses import replace
from datetime import date, time

import pytest
from fastapi import FastAPI

from backend.clock import Clock
from tests.backend.conversations.fixtures import Visitor
from tests.backend.staff.granting.grantor import Grantor, kind_of
from tests.backend.staff.granting.test_agreeing import button

FRIDAY, SUNDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 29), date(2026, 11, 30)
TUESDAY = date(2026, 12, 1)


def it_is(app: FastAPI, day: date, at: time = time(10, 0)) -> None:
    """Puts the clock of the product to a day."""
    app.state.services = replace(app.state.services, clock=Clock(day, at))


async def test_what_is_asked_for_on_a_friday_waits_for_monday(
    app: FastAPI, agent: Grantor, supervisor: Grantor
) -> None:
    it_is(app, FRIDAY)
    offer = await agent.makes(amount=10_000)
    it_is(app, MONDAY, time(16, 0))
    assert [one["grant"]["id"] for one in await supervisor.approvals()] == [offer["id"]]
    assert (await supervisor.decides(offer, True)).status_code == 204


async def test_the_day_after_that_nobody_can_approve_it_any_more(
    app: FastAPI, agent: Grantor, supervisor: Grantor
) -> None:
    it_is(app, FRIDAY)
    offer = await agent.makes(amount=10_000)
    it_is(app, TUESDAY)
    assert await supervisor.approvals() == []
    assert kind_of(await supervisor.decides(offer, True)) == (409, "offer-not-open")


@pytest.mark.parametrize("kind", ["plan", "deferral"])
async def test_what_is_approved_can_be_agreed_to_the_end_of_the_next_working_day(
    app: FastAPI, agent: Grantor, supervisor: Grantor, debtor: Visitor, kind: str
) -> None:
    it_is(app, FRIDAY)
    terms = {"amount": 10_000} if kind == "plan" else {"until": "2027-01-15"}
    offer = await agent.makes(kind, **terms)
    await supervisor.decides(offer, True)
    await agent.does(offer, "send")
    it_is(app, MONDAY, time(23, 30))
    await debtor.sends("Ja", await button(debtor))
    assert await agent.states() == ["agreed"]


async def test_a_holiday_of_the_clients_country_is_no_working_day(
    app: FastAPI, agent: Grantor, supervisor: Grantor
) -> None:
    it_is(app, date(2026, 12, 23))
    offer = await agent.makes(amount=10_000)
    await supervisor.decides(offer, True)
    it_is(app, date(2026, 12, 28), time(23, 30))
    assert await agent.states() == ["approved"]
    it_is(app, date(2026, 12, 29))
    assert await agent.states() == ["over"]


async def test_what_the_own_limits_allow_holds_as_long(app: FastAPI, agent: Grantor) -> None:
    it_is(app, FRIDAY)
    offer = await agent.makes(amount=15_000)
    it_is(app, SUNDAY)
    assert (await agent.does(offer, "accept")).status_code == 200
