"""The case API."""

import httpx
import pytest

from backend.plans import is_payment_reference

CASE = "/api/cases/SE-1001"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", CASE),
        ("GET", f"{CASE}/balance"),
        ("GET", f"{CASE}/ledger"),
        ("GET", f"{CASE}/payment"),
        ("POST", f"{CASE}/holds"),
        ("POST", f"{CASE}/disputes"),
    ],
)
async def test_every_route_wants_the_service_token(
    visitor: httpx.AsyncClient, method: str, path: str
):
    answer = await visitor.request(method, path, json={})
    assert answer.status_code == 401


async def test_an_unknown_case_is_not_found(api: httpx.AsyncClient):
    for path in ("", "/balance", "/ledger", "/payment"):
        answer = await api.get(f"/api/cases/SE-9999{path}")
        assert answer.status_code == 404


async def test_a_case_says_what_is_owed_and_by_whom(api: httpx.AsyncClient):
    facts = (await api.get(CASE)).json()
    assert facts["debtor"] == {
        "name": "Tora Talltita",
        "first_name": "Tora",
        "kind": "consumer",
        "language": "sv",
        "only_in_writing": False,
    }
    balance = facts["balance"]
    assert (balance["total"], balance["currency"], balance["on"]) == (486000, "SEK", "2026-11-21")
    assert balance["parts"] == [
        {"kind": "principal", "amount": 450000},
        {"kind": "interest", "amount": 12000},
        {"kind": "fee", "amount": 24000},
    ]
    assert (facts["country"], facts["status"]) == ("SE", "open")
    assert (facts["plan"], facts["holds"], facts["deferred_until"]) == (None, [], None)


async def test_a_case_names_the_debtors_other_cases(api: httpx.AsyncClient):
    assert (await api.get("/api/cases/SE-1007")).json()["other_cases"] == ["SE-1008"]


async def test_a_case_with_a_plan_says_what_is_left_of_it(api: httpx.AsyncClient):
    facts = (await api.get("/api/cases/SE-1002")).json()
    assert facts["status"] == "plan"
    assert facts["plan"]["left"] == 5
    assert facts["plan"]["next"] == {"due": "2026-12-02", "amount": 72000}


async def test_the_balance_of_another_day_is_what_was_booked_by_then(api: httpx.AsyncClient):
    answer = await api.get(f"{CASE}/balance", params={"on": "2026-09-30"})
    assert answer.json()["total"] == 456000


async def test_the_ledger_is_told_in_the_order_of_booking(api: httpx.AsyncClient):
    ledger = (await api.get("/api/cases/SE-1004/ledger")).json()
    assert [line["kind"] for line in ledger["entries"]] == ["principal", "fee", "payment"]
    assert sum(line["amount"] for line in ledger["entries"]) == 0


async def test_all_that_is_owed_is_paid_with_a_checked_reference(api: httpx.AsyncClient):
    card = (await api.get(f"{CASE}/payment")).json()
    assert card["amount"] == 486000
    assert (card["account_label"], card["account"]) == ("bankgiro", "5050-1055")
    assert is_payment_reference("luhn_with_length", card["reference"])
    assert card["due"] == "2026-11-21"


async def test_another_amount_may_be_paid(api: httpx.AsyncClient):
    card = (await api.get(f"{CASE}/payment", params={"amount": 10000})).json()
    assert card["amount"] == 10000
    assert (await api.get(f"{CASE}/payment", params={"amount": 0})).status_code == 422


async def test_with_a_plan_the_next_payment_is_due(api: httpx.AsyncClient):
    assert (await api.get("/api/cases/SE-1002/payment")).json()["due"] == "2026-12-02"


async def test_a_payment_has_the_code_that_the_countrys_apps_scan(api: httpx.AsyncClient):
    (code,) = (await api.get(f"{CASE}/payment")).json()["codes"]
    assert (code["kind"], code["text"]) == ("swish_qr", None)
    assert {len(row) for row in code["rows"]} == {len(code["rows"])}


async def test_another_amount_makes_another_code(api: httpx.AsyncClient):
    drawn = []
    for amount in (10000, 10001, 10000):
        card = (await api.get(f"{CASE}/payment", params={"amount": amount})).json()
        drawn.append(card["codes"][0]["rows"])
    assert drawn[0] == drawn[2] != drawn[1]


async def test_a_bar_code_has_the_digits_to_paste(api: httpx.AsyncClient):
    card = (await api.get("/api/cases/FI-1001/payment")).json()
    qr, bar_code = card["codes"]
    assert (qr["kind"], bar_code["kind"], bar_code["rows"]) == ("epc_qr", "virtual_bar_code", None)
    assert bar_code["text"][:25] == "4371590300000077600048600"
    assert bar_code["text"].endswith(card["reference"] + "261121")


async def test_a_country_without_open_codes_has_none(api: httpx.AsyncClient):
    assert (await api.get("/api/cases/DK-1001/payment")).json()["codes"] == []


async def test_a_hold_lasts_as_long_as_the_client_has_set(api: httpx.AsyncClient):
    wish = {"reason": "payment_reported", "note": "paid on Friday"}
    placed = (await api.post(f"{CASE}/holds", json=wish)).json()
    assert (placed["reason"], placed["until"]) == ("payment_reported", "2026-12-05")
    assert placed.pop("booked_by") is None  # on which day it was paid was not said
    assert (await api.get(CASE)).json()["holds"] == [placed]


async def test_a_hold_may_end_on_a_day_of_choice_and_may_have_no_end(api: httpx.AsyncClient):
    first = {"reason": "illness", "until": "2026-11-30"}
    assert (await api.post(f"{CASE}/holds", json=first)).json()["until"] == "2026-11-30"
    assert (await api.post(f"{CASE}/holds", json={"reason": "death"})).json()["until"] is None


async def test_a_hold_sent_twice_with_one_key_is_one_hold(api: httpx.AsyncClient):
    headers = {"Idempotency-Key": "turn-1"}
    wish = {"reason": "payment_reported", "note": ""}
    answers = [await api.post(f"{CASE}/holds", json=wish, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len((await api.get(CASE)).json()["holds"]) == 1


async def test_a_dispute_gets_a_reference_and_stops_the_case(api: httpx.AsyncClient):
    answer = await api.post(f"{CASE}/disputes", json={"text": "Det är inte min faktura."})
    reference = answer.json()["reference"]
    assert reference.startswith("D-")
    assert len(reference) == 8
    facts = (await api.get(CASE)).json()
    assert (facts["status"], facts["stops"]) == ("disputed", ["disputed"])
    assert [(hold["reason"], hold["until"]) for hold in facts["holds"]] == [
        ("dispute", "2026-12-21")
    ]


async def test_a_dispute_sent_twice_with_one_key_has_one_reference(api: httpx.AsyncClient):
    headers = {"Idempotency-Key": "turn-1"}
    sent = [
        await api.post(f"{CASE}/disputes", json={"text": "Fel."}, headers=headers) for _ in range(2)
    ]
    assert sent[0].json() == sent[1].json()
    assert len((await api.get(CASE)).json()["holds"]) == 1


async def test_a_dispute_leaves_a_running_plan_and_an_enforcement_as_they_are(
    api: httpx.AsyncClient,
):
    for case, status in (("SE-1002", "plan"), ("SE-1006", "enforcement")):
        await api.post(f"/api/cases/{case}/disputes", json={"text": "Fel belopp."})
        facts = (await api.get(f"/api/cases/{case}")).json()
        assert facts["status"] == status
        assert "disputed" in facts["stops"]


async def test_a_reason_is_a_word_and_an_objection_has_a_text(api: httpx.AsyncClient):
    assert (await api.post(f"{CASE}/holds", json={"reason": "because of X"})).status_code == 422
    assert (await api.post(f"{CASE}/disputes", json={"text": ""})).status_code == 422


async def test_who_wants_no_calls_is_written_to_in_all_of_their_cases(api: httpx.AsyncClient):
    for _ in range(2):
        wish = {"only_in_writing": True}
        noted = await api.post(f"{CASE}/contact", json=wish, headers={"Idempotency-Key": "k1"})
        assert noted.json() == wish
    assert (await api.get(CASE)).json()["debtor"]["only_in_writing"] is True
