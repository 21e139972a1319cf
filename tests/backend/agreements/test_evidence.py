"""What is kept of an agreement can be reckoned again."""

import httpx

from backend.agreements.evidence import Evidence
from backend.agreements.models import RulesVersion
from backend.agreements.repository import get_plan
from backend.services import Services

CASE = "/api/cases/SE-1001"
SHOWN = {"language": "sv", "lines": ["9 delbetalningar på 540,00 kr.", "Ska vi bestämma det?"]}


async def agreed(api: httpx.AsyncClient, body: dict | None = None) -> str:
    offer = (await api.post(f"{CASE}/plan-offers", json={"instalments": 9})).json()["offers"][0]
    answer = await api.post(f"/api/plan-offers/{offer['id']}/accept", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["id"]


async def evidence(services: Services, plan: str) -> Evidence:
    async with services.database.transaction() as session:
        return Evidence.model_validate((await get_plan(session, plan)).evidence)


async def test_the_wish_the_claim_and_the_offer_are_kept(api: httpx.AsyncClient, seeded: Services):
    kept = await evidence(seeded, await agreed(api))
    assert (kept.kind, kept.asked_on, kept.terms) == ("plan", "2026-11-21", {"instalments": 9})
    assert kept.claim["balance"] == 486000
    assert kept.offer["compared"]["plan"] == 486000


async def test_the_rules_are_kept_as_they_were(api: httpx.AsyncClient, seeded: Services):
    kept = await evidence(seeded, await agreed(api))
    async with seeded.database.transaction() as session:
        stored = await session.get_one(RulesVersion, ("se-energi", kept.rules_version))
    client = seeded.clients.get("se-energi")
    assert (stored.client, stored.section) == (client.id, list(client.plans))


async def test_the_words_that_came_with_the_yes_are_kept(api: httpx.AsyncClient, seeded: Services):
    kept = await evidence(seeded, await agreed(api, {"shown": SHOWN}))
    assert kept.shown is not None
    assert kept.shown.model_dump() == SHOWN


async def test_an_offer_says_what_a_yes_does_to_the_limitation(api: httpx.AsyncClient):
    headers = {"Accept-Language": "sv"}
    answer = await api.post(f"{CASE}/plan-offers", json={}, headers=headers)
    (notice,) = answer.json()["offers"][0]["notices"]
    assert (notice["code"], notice["years"]) == ("limitation_renewed", 3)
    assert notice["until"] == "2029-11-21"
    assert "21 november 2029" in notice["text"]


async def test_where_the_time_becomes_longer_the_offer_says_so(api: httpx.AsyncClient):
    answer = await api.post("/api/cases/DK-1001/plan-offers", json={})
    (notice,) = answer.json()["offers"][0]["notices"]
    assert (notice["code"], notice["years"]) == ("limitation_longer", 10)


async def test_a_business_is_told_the_period_of_a_business(api: httpx.AsyncClient):
    answer = await api.post("/api/cases/SE-1009/plan-offers", json={})
    (notice,) = answer.json()["offers"][0]["notices"]
    assert (notice["code"], notice["years"]) == ("limitation_renewed", 10)
    assert notice["until"] == "2036-11-21"


async def test_a_change_a_pause_and_a_part_for_all_say_it_too(api: httpx.AsyncClient):
    plan = await agreed(api)
    wishes = {
        f"/api/plans/{plan}/change-offers": {"day_of_month": 27},
        f"/api/plans/{plan}/pause-offers": {},
        "/api/cases/SE-1009/settlement-offers": {},
    }
    for route, wish in wishes.items():
        answer = (await api.post(route, json=wish)).json()
        for offer in answer["offers"]:
            assert [notice["code"] for notice in offer["notices"]] == ["limitation_renewed"]
        assert answer["offers"] or route.endswith("settlement-offers"), answer
