"""A part that is paid for all of it."""

import httpx
import pytest

from backend.services import Services
from tests.backend.agreements.house import caller
from tests.backend.agreements.rules import with_rules

CASE = "/api/cases/SE-1001"


@pytest.fixture
async def api(seeded: Services):
    rules = {"settlement": {"at_least_percent": 80, "within_days": 10}}
    async with caller(with_rules(seeded, "se-energi", rules)) as found:
        yield found


async def offers(api: httpx.AsyncClient, **terms: object) -> dict:
    return (await api.post(f"{CASE}/settlement-offers", json=terms)).json()


async def pay(api: httpx.AsyncClient, amount: int, payment: str = "b-1") -> dict:
    paid = {"id": payment, "amount": amount, "paid_on": "2026-11-21"}
    return (await api.post(f"{CASE}/payments", json=paid)).json()


async def test_the_offer_says_what_falls_away(api: httpx.AsyncClient):
    answer = await offers(api, amount=400000)
    assert (answer["outcome"], answer["kind"]) == ("offer", "settlement")
    (offer,) = answer["offers"]
    assert (offer["total"], offer["forgiven"], offer["instalments"]) == (400000, 86000, 1)


async def test_too_little_is_countered_with_the_least_in_words(api: httpx.AsyncClient):
    answer = await offers(api, amount=300000)
    assert answer["offers"][0]["total"] == 388800
    assert "3\xa0888,00\xa0kr" in answer["reasons"][0]["text"]


async def test_when_the_part_has_come_the_rest_is_written_off(api: httpx.AsyncClient):
    (offer,) = (await offers(api, amount=400000))["offers"]
    plan = (await api.post(f"/api/plan-offers/{offer['id']}/accept")).json()
    assert (plan["kind"], plan["forgiven"]) == ("settlement", 86000)
    paid = await pay(api, 400000)
    assert (paid["balance"], paid["overpaid"], paid["status"]) == (0, 0, "paid")
    entries = (await api.get(f"{CASE}/ledger")).json()["entries"]
    assert (entries[-1]["kind"], entries[-1]["amount"]) == ("write_off", -86000)
    assert (await api.get(f"/api/plans/{plan['id']}")).json()["status"] == "completed"


async def test_a_part_of_the_part_writes_nothing_off(api: httpx.AsyncClient):
    (offer,) = (await offers(api, amount=400000))["offers"]
    await api.post(f"/api/plan-offers/{offer['id']}/accept")
    assert (await pay(api, 100000))["balance"] == 386000


async def test_where_the_client_settles_nothing_a_person_decides(visitor, seeded: Services):
    async with caller(with_rules(seeded, "se-energi", {})) as api:
        answer = await offers(api, amount=400000)
    assert answer["outcome"] == "referral"
    assert [reason["rule"] for reason in answer["reasons"]] == ["no_settlement"]


@pytest.mark.parametrize("terms", [{"amount": 0}, {"amount": -1}, {"amount": 1.5}, {"sum": 1}])
async def test_terms_that_cannot_be_meant_are_refused(api: httpx.AsyncClient, terms: dict):
    assert (await api.post(f"{CASE}/settlement-offers", json=terms)).status_code == 422
