"""A plan that runs is changed or paused, once, whatever is repeated."""

import asyncio
from dataclasses import replace
from datetime import date, time

import httpx
import pytest
from sqlalchemy import select

from backend.agreements.models import AgreedPlan
from backend.clock import Clock
from backend.services import Services
from tests.backend.agreements.house import caller
from tests.backend.agreements.rules import with_rules

CASE = "/api/cases/SE-1001"
FLEXIBLE = {
    "pause": {"at_most_instalments": 1, "within_months": 12},
    "change": {"at_most_times": 2, "next_within_days": 14},
}


@pytest.fixture
def flexible(seeded: Services) -> Services:
    return with_rules(seeded, "se-energi", FLEXIBLE)


@pytest.fixture
async def api(flexible: Services):
    async with caller(flexible) as found:
        yield found


@pytest.fixture
async def plan(api: httpx.AsyncClient) -> dict:
    """Nine instalments of 540, the first on 28 December."""
    terms = {"instalments": 9, "day_of_month": 28, "first_date": "2026-12-18"}
    return await accepted(api, await best(api, f"{CASE}/plan-offers", terms))


async def best(api: httpx.AsyncClient, path: str, terms: dict) -> dict:
    answer = (await api.post(path, json=terms)).json()
    assert answer["offers"], answer
    return answer["offers"][0]


async def accepted(api: httpx.AsyncClient, offer: dict) -> dict:
    answer = await api.post(f"/api/plan-offers/{offer['id']}/accept")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def statuses(services: Services) -> list[str]:
    async with services.database.transaction() as session:
        plans = select(AgreedPlan.status).where(AgreedPlan.case_reference == "SE-1001")
        return sorted(status.value for status in await session.scalars(plans))


async def test_a_plan_says_what_may_be_asked_for(plan: dict):
    assert plan["can"] == {"pause": True, "change": True, "undo": False}


async def test_an_instalment_is_skipped_and_paid_at_the_end(api: httpx.AsyncClient, plan: dict):
    offer = await best(api, f"/api/plans/{plan['id']}/pause-offers", {"since": "2027-01-01"})
    assert (offer["kind"], offer["skipped"]) == ("pause", ["2027-01-28"])
    changed = await accepted(api, offer)
    assert (changed["kind"], changed["replaces"]) == ("pause", plan["id"])
    assert changed["total"] == plan["total"]
    assert changed["schedule"][-1]["due"] > plan["schedule"][-1]["due"]
    assert (await api.get(CASE)).json()["plan"]["id"] == changed["id"]


async def test_a_second_pause_is_left_to_a_person(api: httpx.AsyncClient, plan: dict):
    path = f"/api/plans/{plan['id']}/pause-offers"
    changed = await accepted(api, await best(api, path, {}))
    answer = (await api.post(f"/api/plans/{changed['id']}/pause-offers", json={})).json()
    assert [reason["rule"] for reason in answer["reasons"]] == ["paused_already"]


async def test_a_smaller_instalment_changes_the_plan(api: httpx.AsyncClient, plan: dict):
    offer = await best(api, f"/api/plans/{plan['id']}/change-offers", {"amount": 45000})
    changed = await accepted(api, offer)
    assert (changed["kind"], changed["instalment"], changed["total"]) == ("change", 45000, 486000)


async def test_what_was_paid_stays_paid(api: httpx.AsyncClient, plan: dict):
    paid = {"id": "b-1", "amount": 54000, "paid_on": "2026-11-21"}
    await api.post(f"{CASE}/payments", json=paid)
    offer = await best(api, f"/api/plans/{plan['id']}/change-offers", {"amount": 40000})
    changed = await accepted(api, offer)
    assert changed["total"] == 486000 - 54000
    assert [part["paid"] for part in changed["schedule"]] == [False] * 11


async def test_of_many_changes_at_once_one_becomes_the_plan(
    api: httpx.AsyncClient, plan: dict, flexible: Services
):
    path = f"/api/plans/{plan['id']}/change-offers"
    offers = [await best(api, path, {"amount": amount}) for amount in (40500, 45000)] * 10
    answers = await asyncio.gather(
        *(api.post(f"/api/plan-offers/{offer['id']}/accept") for offer in offers)
    )
    assert sorted(answer.status_code for answer in answers) == [200] * 10 + [409] * 10
    assert await statuses(flexible) == ["agreed", "replaced"]


async def test_the_same_change_accepted_again_changes_nothing(
    api: httpx.AsyncClient, plan: dict, flexible: Services
):
    offer = await best(api, f"/api/plans/{plan['id']}/change-offers", {"amount": 45000})
    assert await accepted(api, offer) == await accepted(api, offer)
    assert await statuses(flexible) == ["agreed", "replaced"]


async def test_a_missed_instalment_may_come_later(flexible: Services, plan: dict):
    later = Clock(date(2026, 12, 22), time(10, 0))
    async with caller(replace(flexible, clock=later)) as api:
        offer = await best(api, f"/api/plans/{plan['id']}/change-offers", {})
    assert offer["schedule"][0] == {"due": "2027-01-05", "amount": 54000}


async def test_an_unknown_plan_is_not_found(api: httpx.AsyncClient):
    assert (await api.post("/api/plans/nothing/pause-offers", json={})).status_code == 404


async def test_a_plan_that_was_replaced_takes_no_change(api: httpx.AsyncClient, plan: dict):
    path = f"/api/plans/{plan['id']}/change-offers"
    first, second = [await best(api, path, {"amount": amount}) for amount in (40500, 45000)]
    await accepted(api, first)
    answer = await api.post(f"/api/plan-offers/{second['id']}/accept")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/plan-exists")


async def test_the_fee_of_the_plan_before_is_told_with_the_changed_one(seeded: Services):
    with_fee = with_rules(seeded, "se-energi", {**FLEXIBLE, "fees": {"plan": 170}})
    async with caller(with_fee) as api:
        terms = {"instalments": 9, "day_of_month": 28, "first_date": "2026-12-18"}
        plan = await accepted(api, await best(api, f"{CASE}/plan-offers", terms))
        assert (plan["costs"]["fee"], plan["earlier_fee"]) == (17000, 0)
        for day in (27, 26):
            path = f"/api/plans/{plan['id']}/change-offers"
            plan = await accepted(api, await best(api, path, {"day_of_month": day}))
            assert (plan["costs"]["fee"], plan["earlier_fee"]) == (0, 17000)
