"""What was agreed comes out again, by the rules and the claim of then."""

import httpx
import pytest

from backend.agreements.reckoning import reckon_again
from backend.agreements.replaying import NotReplayable
from backend.agreements.repository import get_plan
from backend.services import Services
from tests.backend.agreements.house import caller
from tests.backend.agreements.rules import with_rules


@pytest.fixture
async def strict(seeded: Services) -> Services:
    """The client as it is later, with other rules."""
    return with_rules(seeded, "se-energi", {"instalment": {"at_least": 2000}})


async def agreed(api: httpx.AsyncClient, case: str, terms: dict) -> str:
    offers = (await api.post(f"/api/cases/{case}/plan-offers", json=terms)).json()["offers"]
    return (await api.post(f"/api/plan-offers/{offers[0]['id']}/accept")).json()["id"]


@pytest.mark.parametrize(
    ("case", "terms"),
    [
        ("SE-1001", {"amount": 50000, "day_of_month": 27}),
        ("SE-1001", {"amount": 20000}),
        ("NO-1001", {"instalments": 7}),
        ("DK-1001", {}),
        ("FI-1001", {"down_payment": 10000, "duration_months": 6}),
        ("IS-1001", {"end_date": "2027-06-30"}),
    ],
)
async def test_the_same_plan_comes_out_again(
    api: httpx.AsyncClient, seeded: Services, strict: Services, case: str, terms: dict
):
    plan_id = await agreed(api, case, terms)
    async with seeded.database.transaction() as session:
        plan = await get_plan(session, plan_id)
        client = strict.clients.get(_client(case))
        assert (await reckon_again(session, plan, client)).is_same


async def test_a_change_comes_out_again(seeded: Services):
    flexible = with_rules(seeded, "se-energi", {"change": {"at_most_times": 2}})
    async with caller(flexible) as api:
        plan_id = await agreed(api, "SE-1001", {"instalments": 9})
        path = f"/api/plans/{plan_id}/change-offers"
        offer = (await api.post(path, json={"amount": 45000})).json()["offers"][0]
        changed = (await api.post(f"/api/plan-offers/{offer['id']}/accept")).json()["id"]
    async with seeded.database.transaction() as session:
        plan = await get_plan(session, changed)
        assert (await reckon_again(session, plan, flexible.clients.get("se-energi"))).is_same


async def test_a_plan_of_before_is_not_made_up(api: httpx.AsyncClient, seeded: Services):
    plan_id = await agreed(api, "SE-1001", {})
    async with seeded.database.transaction() as session:
        plan = await get_plan(session, plan_id)
        plan.evidence = {}
        with pytest.raises(NotReplayable):
            await reckon_again(session, plan, seeded.clients.get("se-energi"))


def _client(case: str) -> str:
    clients = {"SE": "se-energi", "NO": "no-mobil", "DK": "dk-fitness", "FI": "fi-kauppa"}
    return clients.get(case[:2], "is-tryggingar")
