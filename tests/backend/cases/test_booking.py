"""Payments that arrive over the case API."""

import asyncio

import httpx
import pytest
from sqlalchemy import select

from backend.eventlog.models import LoggedEvent
from backend.plans import payment_reference
from backend.services import Services

CASE = "/api/cases/SE-1001"
WITH_PLAN = "/api/cases/SE-1002"  # five instalments of 720,00 left, the next on 2 December


def payment(amount: int = 100_000, **more: object) -> dict[str, object]:
    return {"id": "bank-1", "amount": amount, "paid_on": "2026-11-20", **more}


async def book(api: httpx.AsyncClient, case: str = CASE, **more: object) -> httpx.Response:
    return await api.post(f"{case}/payments", json=payment(**more))  # type: ignore[arg-type]


async def test_a_payment_lessens_what_is_owed(api: httpx.AsyncClient):
    booked = (await book(api)).json()
    assert booked == {
        "id": "bank-1",
        "amount": 100_000,
        "currency": "SEK",
        "paid_on": "2026-11-20",
        "balance": 386_000,
        "overpaid": 0,
        "status": "open",
    }
    facts = (await api.get(CASE)).json()
    assert facts["balance"]["total"] == 386_000
    line = (await api.get(f"{CASE}/ledger")).json()["entries"][-1]
    assert line == {
        "at": "2026-11-20",
        "kind": "payment",
        "amount": -100_000,
        "text": "Inbetalning",
    }


async def test_a_case_that_is_paid_becomes_paid(api: httpx.AsyncClient):
    assert (await book(api, amount=486_000)).json()["status"] == "paid"
    assert (await api.get(CASE)).json()["status"] == "paid"


async def test_what_is_too_much_is_booked_and_told(api: httpx.AsyncClient):
    booked = (await book(api, amount=500_000)).json()
    assert (booked["balance"], booked["overpaid"], booked["status"]) == (0, 14_000, "paid")


async def test_a_payment_on_a_paid_case_is_all_too_much(api: httpx.AsyncClient):
    booked = (await book(api, case="/api/cases/SE-1004", amount=1_000)).json()
    assert (booked["overpaid"], booked["status"]) == (1_000, "paid")


async def test_the_same_payment_again_is_booked_once(api: httpx.AsyncClient):
    answers = [await book(api) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[-1].json()["balance"] == 386_000


async def test_the_same_payment_in_the_same_second_is_booked_once(api: httpx.AsyncClient):
    answers = await asyncio.gather(*(book(api) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    assert (await api.get(CASE)).json()["balance"]["total"] == 386_000


async def test_different_payments_in_the_same_second_are_all_booked(api: httpx.AsyncClient):
    sent = (api.post(f"{CASE}/payments", json=payment(id=f"b{number}")) for number in range(4))
    answers = await asyncio.gather(*sent)
    assert {answer.status_code for answer in answers} == {200}
    assert (await api.get(CASE)).json()["balance"]["total"] == 86_000


async def test_one_key_has_one_answer(api: httpx.AsyncClient):
    headers = {"Idempotency-Key": "k"}
    first = await api.post(f"{CASE}/payments", json=payment(), headers=headers)
    again = await api.post(f"{CASE}/payments", json=payment(id="bank-2"), headers=headers)
    assert first.json() == again.json()


@pytest.mark.parametrize("other", [{"amount": 99_999}, {"paid_on": "2026-11-19"}])
async def test_an_id_that_is_another_payments_is_refused(
    api: httpx.AsyncClient, other: dict[str, object]
):
    await book(api)
    answer = await api.post(f"{CASE}/payments", json=payment() | other)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/payment-id-used")


async def test_an_id_is_not_used_on_two_cases(api: httpx.AsyncClient):
    await book(api)
    answer = await book(api, case=WITH_PLAN)
    assert answer.status_code == 409
    assert (await api.get(WITH_PLAN)).json()["balance"]["total"] == 360_000


async def test_another_currency_is_refused(api: httpx.AsyncClient):
    answer = await book(api, currency="EUR")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/other-currency")
    assert answer.json()["currency"] == "SEK"
    assert (await book(api, currency="SEK")).status_code == 200


async def test_a_payment_meant_for_another_case_is_refused(api: httpx.AsyncClient):
    own = (await api.get(f"{CASE}/payment")).json()["reference"]
    other = (await api.get(f"{WITH_PLAN}/payment")).json()["reference"]
    refused = await book(api, payment_reference=other)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/other-reference")
    grouped = f"{own[:4]} {own[4:]}"
    assert (await book(api, payment_reference=grouped)).status_code == 200


async def test_a_reference_may_come_back_in_the_form_that_a_qr_code_carries(api: httpx.AsyncClient):
    own = (await api.get("/api/cases/FI-1001/payment")).json()["reference"]
    returned = payment_reference("rf", own)
    booked = await book(api, "/api/cases/FI-1001", amount=1000, payment_reference=returned)
    assert booked.status_code == 200


@pytest.mark.parametrize("day", ["2026-11-22", "2020-01-01"])
async def test_a_day_that_cannot_be_is_refused(api: httpx.AsyncClient, day: str):
    answer = await book(api, paid_on=day)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/paid-on-wrong")


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 0},
        {"amount": -1},
        {"amount": 10.5},
        {"amount": "100"},
        {"amount": 3_000_000_000},
        {"paid_on": "yesterday"},
        {"id": ""},
        {"id": "a b"},
        {"iban": "X"},
    ],
)
async def test_what_is_no_payment_is_refused(api: httpx.AsyncClient, wrong: dict[str, object]):
    answer = await api.post(f"{CASE}/payments", json=payment() | wrong)
    assert answer.status_code == 422
    assert (await api.get(CASE)).json()["balance"]["total"] == 486_000


async def test_an_unknown_case_is_not_found(api: httpx.AsyncClient):
    assert (await book(api, case="/api/cases/SE-9999")).status_code == 404


async def test_a_stranger_books_nothing(visitor: httpx.AsyncClient):
    assert (await visitor.post(f"{CASE}/payments", json=payment())).status_code == 401


async def test_payments_cover_the_plan_in_its_order_partly_too(api: httpx.AsyncClient):
    await book(api, case=WITH_PLAN, amount=100_000)
    plan = (await api.get(WITH_PLAN)).json()["plan"]
    assert [part["paid_amount"] for part in plan["schedule"][3:6]] == [72_000, 28_000, 0]
    assert plan["next"] == {"due": plan["schedule"][4]["due"], "amount": 44_000}
    assert plan["left"] == 4


async def test_a_plan_that_is_covered_is_completed(api: httpx.AsyncClient):
    assert (await book(api, case=WITH_PLAN, amount=360_000)).json()["status"] == "paid"
    facts = (await api.get(WITH_PLAN)).json()
    assert (facts["plan"], facts["ended_plan"]["status"]) == (None, "completed")


async def test_what_was_paid_before_the_plan_is_no_part_of_it(api: httpx.AsyncClient):
    """Both on the day of the agreement: the day alone could not tell them apart."""
    await book(api, paid_on="2026-11-21")
    offers = await api.post(f"{CASE}/plan-offers", json={"instalments": 4})
    await api.post(f"/api/plan-offers/{offers.json()['offers'][0]['id']}/accept")
    assert (await api.get(CASE)).json()["plan"]["left"] == 4
    await book(api, id="bank-2", paid_on="2026-11-20")  # made before, arrived after
    plan = (await api.get(CASE)).json()["plan"]
    assert (plan["left"], plan["next"]["amount"]) == (3, 386_000 // 4 * 2 - 100_000)


async def test_a_hold_for_a_reported_payment_ends_with_it(api: httpx.AsyncClient):
    await api.post(f"{CASE}/holds", json={"reason": "payment_reported"})
    await api.post(f"{CASE}/holds", json={"reason": "illness"})
    await book(api)
    holds = (await api.get(CASE)).json()["holds"]
    assert [hold["reason"] for hold in holds] == ["illness"]


async def test_a_payment_stands_in_the_event_log(api: httpx.AsyncClient, seeded: Services):
    await book(api, case=WITH_PLAN)
    async with seeded.database.transaction() as session:
        chosen = select(LoggedEvent).where(LoggedEvent.kind == "payment_booked")
        events = list(await session.scalars(chosen))
    assert [event.data for event in events] == [
        {"currency": "SEK", "amount": 100_000, "of_plan": True}
    ]
