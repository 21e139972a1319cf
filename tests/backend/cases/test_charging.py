"""Fees that are booked over the case API, as far as the law lets them be."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.cases.charging import sentences
from backend.plans import FeeRule
from backend.services import Services

CASE = "/api/cases/SE-1008"  # 2 145,00 of principal, due forty days ago, without a fee so far
DANISH = "/api/cases/DK-1001"


def fee(**more: object) -> dict[str, object]:
    standard = {"id": "fee-1", "measure": "collection_demand", "amount": 18_000}
    return standard | {"booked_on": "2026-11-20"} | more


async def book(api: httpx.AsyncClient, case: str = CASE, **more: object) -> httpx.Response:
    return await api.post(f"{case}/fees", json=fee(**more))


async def total(api: httpx.AsyncClient, case: str = CASE) -> int:
    return int((await api.get(case)).json()["balance"]["total"])


async def test_a_fee_within_its_ceiling_is_booked_with_the_law_beside_it(api: httpx.AsyncClient):
    booked = (await book(api)).json()
    assert (booked["amount"], booked["balance"]) == (18_000, 214_500 + 18_000)
    assert booked["ceiling"]["amount"] == 18_000
    assert "1981:739" in booked["ceiling"]["source"]
    (shown,) = (await api.get(CASE)).json()["balance"]["fees"]
    assert (shown["measure"], shown["text"], shown["paid"]) == ("collection_demand", "Kulu", 0)
    assert shown["ceiling"] == booked["ceiling"]


async def test_the_creditors_own_words_may_stand_in_the_ledger(api: httpx.AsyncClient):
    await book(api, text="Perintäkirje 20.11.")
    line = (await api.get(f"{CASE}/ledger")).json()["entries"][-1]
    assert (line["kind"], line["text"]) == ("fee", "Perintäkirje 20.11.")


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"amount": 18_001}, {"rule": "above_ceiling", "limit": 18_000, "wished": 18_001}),
        ({"measure": "reminder", "amount": 6_000}, {"rule": "not_agreed", "limit": None}),
        ({"measure": "b2b_late_compensation", "amount": 100}, {"rule": "not_for_this_debtor"}),
        ({"measure": "per_instalment_notice", "amount": 100}, {"rule": "ceiling_unknown"}),
        ({"measure": "phone_call", "amount": 100}, {"rule": "unknown_measure", "source": None}),
    ],
)
async def test_a_fee_that_the_law_does_not_allow_is_refused(
    api: httpx.AsyncClient, wrong: dict[str, object], expected: Mapping[str, object]
):
    answer = await book(api, **wrong)
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (409, "/problems/fee-refused")
    assert {name: problem[name] for name in expected} == expected
    assert problem["detail"].endswith(".")
    assert await total(api) == 214_500


async def test_a_fee_that_was_agreed_in_time_may_be_taken(api: httpx.AsyncClient):
    answer = await book(api, measure="reminder", amount=6_000, agreed=True)
    assert answer.json()["ceiling"]["amount"] == 6_000


async def test_a_fee_that_comes_too_early_is_refused_with_its_first_day(api: httpx.AsyncClient):
    """Two reminders have ten days between them (renteloven s. 9 b)."""
    assert (await book(api, DANISH, measure="reminder", amount=1_000)).status_code == 200
    soon = await book(api, DANISH, id="fee-2", measure="reminder", amount=1_000)
    assert (soon.json()["rule"], soon.json()["limit"]) == ("too_early", "2026-11-30")


async def test_the_same_fee_again_is_booked_once(api: httpx.AsyncClient):
    answers = [await book(api) for _ in range(3)]
    assert answers[0].json() == answers[2].json()
    assert await total(api) == 214_500 + 18_000


async def test_the_same_fee_in_the_same_second_is_booked_once(api: httpx.AsyncClient):
    answers = await asyncio.gather(*(book(api) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    assert await total(api) == 214_500 + 18_000


async def test_only_one_of_two_reminders_in_the_same_second_is_booked(api: httpx.AsyncClient):
    before = await total(api, DANISH)
    wishes = (
        book(api, DANISH, id=f"fee-{number}", measure="reminder", amount=1_000)
        for number in range(4)
    )
    answers = await asyncio.gather(*wishes)
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    assert await total(api, DANISH) == before + 1_000


@pytest.mark.parametrize("other", [{"amount": 17_000}, {"booked_on": "2026-11-19"}, {"vat": 1}])
async def test_an_id_that_is_another_fees_is_refused(
    api: httpx.AsyncClient, other: dict[str, object]
):
    await book(api)
    answer = await book(api, **other)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/fee-id-used")


async def test_nothing_is_added_to_a_case_that_is_paid(api: httpx.AsyncClient):
    answer = await book(api, "/api/cases/SE-1004")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/case-paid")
    assert await total(api, "/api/cases/SE-1004") == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"booked_on": "2026-11-22"},
        {"booked_on": "2020-01-01"},
        {"vat": 18_000},
        {"amount": 0},
        {"amount": 1.5},
        {"measure": "Collection demand"},
        {"id": ""},
        {"note": "x"},
    ],
)
async def test_what_is_no_fee_is_refused(api: httpx.AsyncClient, wrong: dict[str, object]):
    assert (await book(api, **wrong)).status_code == 422
    assert await total(api) == 214_500


async def test_a_stranger_books_no_fee(visitor: httpx.AsyncClient):
    assert (await visitor.post(f"{CASE}/fees", json=fee())).status_code == 401


async def test_a_fee_stands_in_the_audit_and_a_refused_one_does_not(
    api: httpx.AsyncClient, seeded: Services
):
    await book(api)
    await book(api, id="fee-2", amount=99_999)
    async with seeded.database.transaction() as session:
        acts = list(await session.scalars(select(AuditRow.act)))
    assert acts.count("fee.booked") == 1


def test_every_refusal_has_a_sentence():
    assert set(sentences()) == {rule.value for rule in FeeRule}
