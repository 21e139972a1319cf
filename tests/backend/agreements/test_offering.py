"""What the rules answer to a wish."""

from datetime import date

import httpx
import pytest

from backend.agreements.repository import get_offer, requests_of_case
from backend.services import Services

OFFERS = "/api/cases/SE-1001/plan-offers"


async def ask(
    api: httpx.AsyncClient, terms: dict, language: str = "sv", path: str = OFFERS
) -> dict:
    answer = await api.post(path, json=terms, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_wish_within_the_rules_is_offered_as_it_stands(api: httpx.AsyncClient):
    answer = await ask(api, {"amount": 50000, "first_date": "2026-12-15"})
    assert (answer["outcome"], answer["reasons"]) == ("offer", [])
    (offer,) = answer["offers"]
    assert (offer["instalment"], offer["instalments"], offer["total"]) == (50000, 10, 486000)
    assert (offer["first_due"], offer["last_amount"]) == ("2026-12-15", 36000)
    assert offer["costs"] == {"fee": 0, "notices": 0, "interest": 0}
    assert sum(payment["amount"] for payment in offer["schedule"]) == 486000


async def test_an_offer_below_the_minimum_is_countered_with_the_rule(api: httpx.AsyncClient):
    answer = await ask(api, {"amount": 20000})
    assert answer["outcome"] == "counter"
    assert answer["offers"][0]["instalment"] == 40500
    assert {
        "rule": "instalment_at_least",
        "text": "Den minsta delbetalning som går att komma överens om är 300,00\xa0kr.",
        "limit": 30000,
        "wished": 20000,
        "least": None,
    } in answer["reasons"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "It can be split into 12 instalments at most. The smallest instalment is then 405,00 kr.",
        ),
        (
            "fi-FI,fi;q=0.9,en;q=0.5",
            "Maksueriä voi olla enintään 12. Silloin pienin erä on 405,00 kr.",
        ),
        (
            "de",
            "Det går att dela upp i högst 12 delbetalningar. Då är den minsta delbetalningen 405,00 kr.",
        ),
    ],
)
async def test_reasons_are_in_the_language_asked_for_or_the_clients_own(
    api: httpx.AsyncClient, language: str, text: str
):
    answer = await ask(api, {"instalments": 13}, language)
    assert [reason["text"].replace("\xa0", " ") for reason in answer["reasons"]] == [text]


async def test_an_offer_holds_to_the_end_of_the_next_day(api: httpx.AsyncClient):
    answer = await ask(api, {})
    assert answer["offers"][0]["expires_at"] == "2026-11-22T23:59:59+01:00"


@pytest.mark.parametrize(
    ("case", "rule"),
    [
        ("SE-1002", "plan_agreed"),
        ("SE-1004", "nothing_owed"),
        ("SE-1005", "disputed"),
        ("SE-1006", "in_court"),
    ],
)
async def test_some_cases_are_for_a_person(api: httpx.AsyncClient, case: str, rule: str):
    answer = await ask(api, {}, path=f"/api/cases/{case}/plan-offers")
    assert (answer["outcome"], answer["offers"]) == ("referral", [])
    assert [reason["rule"] for reason in answer["reasons"]] == [rule]
    assert answer["reasons"][0]["text"]


async def test_after_a_broken_plan_another_may_be_offered(api: httpx.AsyncClient):
    answer = await ask(api, {"instalments": 6}, path="/api/cases/SE-1003/plan-offers")
    assert answer["outcome"] == "offer"
    assert answer["offers"][0]["total"] == 240000


async def test_a_large_debt_has_the_rules_of_large_debts(api: httpx.AsyncClient):
    answer = await ask(api, {"instalments": 24}, path="/api/cases/SE-1009/plan-offers")
    assert answer["outcome"] == "offer"


@pytest.mark.parametrize(
    "terms", [{"amount": 0}, {"instalments": -1}, {"day_of_month": 32}, {"months": 3}]
)
async def test_terms_that_cannot_be_meant_are_refused(api: httpx.AsyncClient, terms: dict):
    answer = await api.post(OFFERS, json=terms)
    assert answer.status_code == 422
    assert "Please correct" in answer.json()["detail"]


async def test_what_was_wished_is_kept_with_the_version_of_the_rules(
    api: httpx.AsyncClient, seeded: Services
):
    answer = await ask(api, {"amount": 20000, "first_date": "2026-12-15"})
    async with seeded.database.transaction() as session:
        (request,) = await requests_of_case(session, "SE-1001")
        offer = await get_offer(session, answer["offers"][0]["id"])
    assert request.terms == {"amount": 20000, "first_date": "2026-12-15"}
    assert request.outcome == "counter"
    assert request.rules_version == seeded.clients.get("se-energi").rules_version
    assert offer.request_id == request.id
    assert date.fromisoformat(offer.schedule[0]["due"]) == date(2026, 12, 15)


async def test_a_wish_sent_twice_with_one_key_has_one_answer(
    api: httpx.AsyncClient, seeded: Services
):
    headers = {"Idempotency-Key": "turn-1"}
    answers = [await api.post(OFFERS, json={}, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    async with seeded.database.transaction() as session:
        assert len(await requests_of_case(session, "SE-1001")) == 1
