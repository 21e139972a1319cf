"""Laying the made-up cases, and putting one back."""

from datetime import date

import httpx
import pytest
from sqlalchemy import func, select

from backend.agreements.models import AgreedPlan, Deferral, PlanOffer, PlanRequest
from backend.cases.facts import case_facts
from backend.cases.models import Case, Debtor, Dispute, Hold, IdempotencyKey, LedgerEntry
from backend.demo.seed import reset_case, seeding
from backend.problems import Problem
from backend.services import Services
from tests.backend.cases.house import DEMO_DAY

TABLES = (
    AgreedPlan,
    Case,
    Debtor,
    Deferral,
    Dispute,
    Hold,
    IdempotencyKey,
    LedgerEntry,
    PlanOffer,
    PlanRequest,
)
ASKED_FOR = {
    "SE-1001": (486000, "SEK"),
    "NO-1001": (486000, "NOK"),
    "DK-1001": (486000, "DKK"),
    "FI-1001": (48600, "EUR"),
    "IS-1001": (64800, "ISK"),
}


async def rows(services: Services) -> dict[str, int]:
    async with services.database.transaction() as session:
        return {
            table.__tablename__: await session.scalar(select(func.count()).select_from(table)) or 0
            for table in TABLES
        }


async def facts(services: Services, reference: str, on: date = DEMO_DAY) -> dict:
    async with services.database.transaction() as session:
        return await case_facts(session, reference, services.clients, on)


async def test_the_five_cases_of_the_demonstrations_are_open_and_untouched(seeded: Services):
    for reference, (total, currency) in ASKED_FOR.items():
        found = await facts(seeded, reference)
        assert (found["balance"]["total"], found["currency"]) == (total, currency)
        kinds = [part["kind"] for part in found["balance"]["parts"]]
        assert kinds == ["principal", "interest", "fee"]
        assert (found["status"], found["plan"], found["holds"], found["stops"]) == (
            "open",
            None,
            [],
            [],
        )
        assert (found["interest_running"], found["other_cases"]) == (False, [])


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2027, 3, 31), date(2028, 2, 29)])
async def test_the_cases_are_the_same_on_any_day(services: Services, today: date):
    await seeding(services.database, services.clients, today)
    for reference, (total, _) in ASKED_FOR.items():
        assert (await facts(services, reference, today))["balance"]["total"] == total
    running = await facts(services, "SE-1002", today)
    assert running["status"] == "plan"
    assert 0 < running["plan"]["left"] < 8
    assert date.fromisoformat(running["plan"]["next"]["due"]) >= today
    assert (await facts(services, "SE-1004", today))["balance"]["total"] == 0


async def test_a_running_plan_pays_what_is_left(seeded: Services):
    for country in ("SE", "NO", "DK", "FI", "IS"):
        found = await facts(seeded, f"{country}-1002")
        unpaid = [pay["amount"] for pay in found["plan"]["schedule"] if not pay["paid"]]
        assert sum(unpaid) == found["balance"]["total"]
        assert len(set(unpaid)) == 1


async def test_seeding_again_changes_nothing(seeded: Services):
    before = await rows(seeded)
    await seeding(seeded.database, seeded.clients, DEMO_DAY)
    assert await rows(seeded) == before


async def test_a_reset_case_is_as_it_was(api: httpx.AsyncClient, seeded: Services):
    first, before = await facts(seeded, "SE-1001"), await rows(seeded)
    await _do_everything_to(api, "SE-1001")
    assert await facts(seeded, "SE-1001") != first
    async with seeded.database.transaction() as session:
        await reset_case(session, "SE-1001", seeded.clients, DEMO_DAY)
    assert await facts(seeded, "SE-1001") == first
    assert await rows(seeded) == before


@pytest.mark.parametrize("reference", ["SE-1002", "SE-1003", "SE-1004", "SE-1005", "SE-1006"])
async def test_a_case_in_any_state_can_be_reset(seeded: Services, reference: str):
    first, before = await facts(seeded, reference), await rows(seeded)
    for _ in range(2):
        async with seeded.database.transaction() as session:
            await reset_case(session, reference, seeded.clients, DEMO_DAY)
    again = await facts(seeded, reference)
    assert _without_ids(again) == _without_ids(first)
    assert await rows(seeded) == before


async def test_resetting_one_case_leaves_the_others(api: httpx.AsyncClient, seeded: Services):
    await _do_everything_to(api, "SE-1007")
    touched = await facts(seeded, "SE-1007")
    async with seeded.database.transaction() as session:
        await reset_case(session, "SE-1001", seeded.clients, DEMO_DAY)
    assert await facts(seeded, "SE-1007") == touched


async def test_only_made_up_cases_can_be_reset(seeded: Services):
    with pytest.raises(Problem) as raised:
        async with seeded.database.transaction() as session:
            await reset_case(session, "SE-1", seeded.clients, DEMO_DAY)
    assert raised.value.status == 404


async def _do_everything_to(api: httpx.AsyncClient, reference: str) -> None:
    case = f"/api/cases/{reference}"
    headers = {"Idempotency-Key": f"turn of {reference}"}
    hold = {"reason": "payment_reported", "note": ""}
    await api.post(f"{case}/holds", json=hold, headers=headers)
    await api.post(f"{case}/deferrals", json={"until": "2026-12-10"}, headers=headers)
    offers = (await api.post(f"{case}/plan-offers", json={}, headers=headers)).json()["offers"]
    answer = await api.post(f"/api/plan-offers/{offers[0]['id']}/accept")
    assert answer.status_code == 200
    await api.post(f"{case}/disputes", json={"text": "Fel."}, headers=headers)


def _without_ids(found: dict) -> dict:
    plans = {name: found[name] and found[name] | {"id": None} for name in ("plan", "ended_plan")}
    holds = [hold | {"id": None} for hold in found["holds"]]
    return found | plans | {"holds": holds}


async def test_resetting_a_case_resets_those_that_have_one_plan_with_it(
    api: httpx.AsyncClient, seeded: Services
):
    offer = (await api.post("/api/cases/SE-1007/joint-offers", json={})).json()["offers"][0]
    await api.post(f"/api/plan-offers/{offer['id']}/accept")
    async with seeded.database.transaction() as session:
        await reset_case(session, "SE-1008", seeded.clients, DEMO_DAY)
    for reference in ("SE-1007", "SE-1008"):
        case = (await api.get(f"/api/cases/{reference}")).json()
        assert (case["status"], case["plan"]) == ("open", None)
