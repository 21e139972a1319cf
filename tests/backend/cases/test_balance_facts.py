"""What is owed on another day, how it is counted, and what happens when nobody knows it."""

import httpx
import pytest

from backend.cases.repository import ledger_of
from backend.clients import Client
from backend.services import Services

RUNNING = "/api/cases/SE-1010"  # 12 400,00 at 9 %, due ninety days ago, with 240,00 of fees
UNKNOWN = "/api/cases/SE-1011"  # late interest runs, and nobody knows the rate of this half-year
FRIDAY = "2026-11-27"


async def balance(api: httpx.AsyncClient, case: str, on: str | None = None) -> dict:
    answer = await api.get(f"{case}/balance", params={"on": on} if on else {})
    assert answer.status_code == 200
    return answer.json()


async def test_what_is_owed_on_friday_is_answered_for_friday(api: httpx.AsyncClient):
    """12 400 x 9 % x 90/365 = 275.1781 today, x 96/365 = 293.5233 on Friday."""
    assert (await balance(api, RUNNING))["total"] == 1_240_000 + 24_000 + 27_518
    friday = await balance(api, RUNNING, FRIDAY)
    assert (friday["total"], friday["on"]) == (1_240_000 + 24_000 + 29_352, FRIDAY)


async def test_whole_kronur_are_owed_where_the_currency_has_no_smaller_unit(
    api: httpx.AsyncClient,
):
    """96 000 x 12 % x 90/365 = 2 840.55 and 950 for the warning."""
    assert (await balance(api, "/api/cases/IS-1010"))["total"] == 96_000 + 2_841 + 950


async def test_the_interest_says_how_it_is_counted(api: httpx.AsyncClient):
    assert (await balance(api, RUNNING))["interest"] == {
        "basis": "agreed",
        "running": True,
        "day_count": "ACT/365F",
        "booked": [],
        "segments": [
            {
                "from": "2026-08-24",
                "to": "2026-11-21",
                "days": 90,
                "principal": 1_240_000,
                "rate": "9",
            }
        ],
    }


async def test_interest_that_was_booked_says_for_which_days_where_it_is_known(
    api: httpx.AsyncClient, seeded: Services
):
    booked = (await balance(api, "/api/cases/SE-1001"))["interest"]["booked"]
    assert booked == [{"from": "2026-08-15", "to": "2026-11-19", "amount": 12_000}]
    async with seeded.database.transaction() as session:
        for line in await ledger_of(session, "SE-1001"):
            line.interest_from = None
    (unknown,) = (await balance(api, "/api/cases/SE-1001"))["interest"]["booked"]
    assert (unknown["from"], unknown["to"]) == (None, "2026-11-19")


async def test_interest_that_a_plan_books_says_for_which_days(api: httpx.AsyncClient):
    offer = (await api.post(f"{RUNNING}/plan-offers", json={})).json()["offers"][0]
    await api.post(f"/api/plan-offers/{offer['id']}/accept")
    (booked,) = (await balance(api, RUNNING))["interest"]["booked"]
    assert booked == {"from": "2026-08-24", "to": "2026-11-21", "amount": 27_518}


async def test_each_fee_has_the_ceiling_of_the_law_beside_it(api: httpx.AsyncClient):
    fees = (await balance(api, RUNNING))["fees"]
    assert [(fee["measure"], fee["amount"], fee["ceiling"]["amount"]) for fee in fees] == [
        ("reminder", 6_000, 6_000),
        ("collection_demand", 18_000, 18_000),
    ]
    assert all("1981:739" in fee["ceiling"]["source"] for fee in fees)
    assert {fee["ceiling"]["effective_from"] for fee in fees} == {"2013-03-16"}
    assert {fee["ceiling"]["confidence"] for fee in fees} == {"verified"}


async def pay(api: httpx.AsyncClient, case: str, amount: int = 100_000) -> dict:
    payment = {"id": "bank-1", "amount": amount, "paid_on": "2026-11-21"}
    answer = await api.post(f"{case}/payments", json=payment)
    assert answer.status_code == 200
    return answer.json()


async def test_a_payment_says_what_it_went_to(api: httpx.AsyncClient):
    await pay(api, RUNNING)
    found = await balance(api, RUNNING)
    split = {"fee": 24_000, "interest": 27_518, "principal": 48_482}
    paid = {"paid_on": "2026-11-21", "amount": 100_000, "allocated": split}
    assert found["payments"] == [paid]
    assert [fee["paid"] for fee in found["fees"]] == [6_000, 18_000]


async def test_a_client_may_let_the_debt_itself_be_paid_first(
    api: httpx.AsyncClient, services: Services, monkeypatch: pytest.MonkeyPatch
):
    order = ("principal", "interest", "fee", "cost")
    client = services.clients.get("se-energi").model_copy(update={"allocation": order})
    client.__dict__.pop("allocation_order", None)
    monkeypatch.setattr(type(services.clients), "get", lambda self, name: client)
    assert isinstance(client, Client)
    await pay(api, RUNNING)
    found = await balance(api, RUNNING)
    assert found["payments"][0]["allocated"] == {"principal": 100_000}


async def test_the_payment_of_a_later_day_is_the_sum_of_that_day(api: httpx.AsyncClient):
    card = (await api.get(f"{RUNNING}/payment", params={"on": FRIDAY})).json()
    assert (card["amount"], card["due"]) == (1_293_352, FRIDAY)


async def test_nothing_is_paid_on_a_day_that_is_over(api: httpx.AsyncClient):
    answer = await api.get(f"{RUNNING}/payment", params={"on": "2026-11-20"})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/day-is-over")


async def test_past_the_last_known_rate_no_sum_is_stated(api: httpx.AsyncClient):
    facts = (await api.get(UNKNOWN)).json()
    found = facts["balance"]
    assert (found["total"], found["known_until"], found["parts"]) == (None, "2026-06-30", [])
    assert facts["origin"]


async def test_the_fees_are_known_where_the_sum_is_not(api: httpx.AsyncClient):
    found = await balance(api, UNKNOWN)
    assert [(fee["amount"], fee["paid"]) for fee in found["fees"]] == [
        (6_000, None),
        (18_000, None),
    ]


async def test_the_last_day_that_is_known_can_be_asked_for(api: httpx.AsyncClient):
    """3 900 x 10 % x 106/365 = 113.2603, from 16 March to 30 June."""
    found = await balance(api, UNKNOWN, "2026-06-30")
    assert found["total"] == 390_000 + 24_000 + 11_326
    assert found["known_until"] is None


@pytest.mark.parametrize("path", ["payment", "deferral"])
async def test_what_needs_the_sum_is_refused_and_says_what_to_do(api: httpx.AsyncClient, path: str):
    answer = await api.get(f"{UNKNOWN}/{path}")
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (409, "/problems/sum-not-known")
    assert problem["known_until"] == "2026-06-30"
    assert "a person" in problem["detail"]


async def test_a_plan_for_a_sum_that_nobody_knows_is_a_persons(api: httpx.AsyncClient):
    options = (await api.get(f"{UNKNOWN}/plan-options")).json()
    answer = (await api.post(f"{UNKNOWN}/plan-offers", json={"instalments": 3})).json()
    assert (options["referral"], options["examples"]) == ("rate_unknown", [])
    assert (answer["outcome"], answer["offers"]) == ("referral", [])
    assert [reason["rule"] for reason in answer["reasons"]] == ["rate_unknown"]


async def test_a_part_may_be_paid_whatever_the_sum_is(api: httpx.AsyncClient):
    card = (await api.get(f"{UNKNOWN}/payment", params={"amount": 50_000})).json()
    assert card["amount"] == 50_000


async def test_money_is_booked_whether_or_not_the_sum_is_known(api: httpx.AsyncClient):
    booked = await pay(api, UNKNOWN, 414_000)
    assert (booked["balance"], booked["overpaid"], booked["status"]) == (None, None, "open")
    assert len((await api.get(f"{UNKNOWN}/ledger")).json()["entries"]) == 4
