"""A plan can be undone within the days that the client gives."""

from dataclasses import replace
from datetime import date, time

import httpx
import pytest

from backend.cases.kinds import InterestBasis
from backend.cases.repository import get_case
from backend.clock import Clock
from backend.services import Services
from tests.backend.agreements.house import caller
from tests.backend.agreements.rules import with_rules

CASE = "/api/cases/SE-1001"


@pytest.fixture
def patient(seeded: Services) -> Services:
    return with_rules(seeded, "se-energi", {"fees": {"plan": 170}}, undo_within_days=14)


@pytest.fixture
async def api(patient: Services):
    async with caller(patient) as found:
        yield found


@pytest.fixture
async def plan(api: httpx.AsyncClient) -> dict:
    offer = (await api.post(f"{CASE}/plan-offers", json={"instalments": 6})).json()["offers"][0]
    return (await api.post(f"/api/plan-offers/{offer['id']}/accept")).json()


async def test_a_plan_fee_is_paid_with_the_plan(api: httpx.AsyncClient, plan: dict):
    assert (plan["total"], plan["costs"]["fee"]) == (486000 + 17000, 17000)
    balance = (await api.get(f"{CASE}/balance")).json()
    assert balance["total"] == plan["total"]
    fee = next(fee for fee in balance["fees"] if fee["measure"] == "instalment_plan")
    assert fee["amount"] == 17000


async def test_it_says_until_when_it_can_be_undone(plan: dict):
    assert (plan["undo_until"], plan["can"]["undo"]) == ("2026-12-05", True)


async def test_undone_in_time_all_is_as_before(api: httpx.AsyncClient, plan: dict):
    undone = (await api.post(f"/api/plans/{plan['id']}/undo")).json()
    assert undone["status"] == "undone"
    case = (await api.get(CASE)).json()
    assert (case["status"], case["plan"], case["balance"]["total"]) == ("open", None, 486000)


async def test_undoing_again_changes_nothing(api: httpx.AsyncClient, plan: dict):
    first = (await api.post(f"/api/plans/{plan['id']}/undo")).json()
    assert (await api.post(f"/api/plans/{plan['id']}/undo")).json() == first
    assert (await api.get(f"{CASE}/balance")).json()["total"] == 486000


async def test_a_new_plan_may_follow(api: httpx.AsyncClient, plan: dict):
    await api.post(f"/api/plans/{plan['id']}/undo")
    answer = (await api.post(f"{CASE}/plan-offers", json={"instalments": 9})).json()
    assert answer["outcome"] == "offer"


async def test_too_late_only_a_person_can_end_it(patient: Services, plan: dict):
    later = replace(patient, clock=Clock(date(2026, 12, 6), time(10, 0)))
    async with caller(later) as api:
        answer = await api.post(f"/api/plans/{plan['id']}/undo")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/undo-too-late")
    assert "2026-12-05" in answer.json()["detail"]


async def test_the_interest_that_the_plan_stopped_runs_again(api: httpx.AsyncClient, patient):
    async with patient.database.transaction() as session:
        case = await get_case(session, "SE-1001")
        case.interest_basis, case.interest_running = InterestBasis.AGREED, True
    offer = (await api.post(f"{CASE}/plan-offers", json={"instalments": 6})).json()["offers"][0]
    assert offer["interest"] == "frozen"
    plan = (await api.post(f"/api/plan-offers/{offer['id']}/accept")).json()
    assert (await api.get(CASE)).json()["interest_running"] is False
    await api.post(f"/api/plans/{plan['id']}/undo")
    assert (await api.get(CASE)).json()["interest_running"] is True
