"""Putting off the payment."""

from dataclasses import replace
from datetime import date

import httpx
import pytest

from backend.agreements.claims import claim_today
from backend.agreements.deferring import latest_deferral
from backend.agreements.evidence import DeferralEvidence
from backend.agreements.repository import deferrals_of
from backend.cases.repository import get_case, ledger_of
from backend.plans import Stop
from backend.services import Services

CASE = "/api/cases/SE-1001"


async def latest(api: httpx.AsyncClient, case: str = "SE-1001") -> str | None:
    return (await api.get(f"/api/cases/{case}/deferral")).json()["latest"]


async def test_the_latest_day_is_a_bank_day_within_the_clients_days(api: httpx.AsyncClient):
    assert await latest(api) == "2026-12-21"


async def test_a_deferral_is_told_with_the_case_and_the_payment(api: httpx.AsyncClient):
    answer = await api.post(f"{CASE}/deferrals", json={"until": "2026-12-10"})
    assert answer.json() == {"until": "2026-12-10"}
    assert (await api.get(CASE)).json()["deferred_until"] == "2026-12-10"
    assert (await api.get(f"{CASE}/payment")).json()["due"] == "2026-12-10"


async def test_a_day_on_which_banks_are_closed_moves_to_the_next(api: httpx.AsyncClient):
    answer = await api.post(f"{CASE}/deferrals", json={"until": "2026-12-12"})
    assert answer.json() == {"until": "2026-12-14"}


@pytest.mark.parametrize("until", ["2026-12-22", "2027-06-01", "2026-11-20", "2025-01-01"])
async def test_a_day_out_of_reach_is_refused_with_the_latest_one(
    api: httpx.AsyncClient, until: str
):
    answer = await api.post(f"{CASE}/deferrals", json={"until": until})
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/deferral-refused"
    assert answer.json()["latest"] == "2026-12-21"


@pytest.mark.parametrize("case", ["SE-1002", "SE-1004", "SE-1005", "SE-1006"])
async def test_some_cases_only_a_person_puts_off(api: httpx.AsyncClient, case: str):
    assert await latest(api, case) is None
    answer = await api.post(f"/api/cases/{case}/deferrals", json={"until": "2026-12-01"})
    assert (answer.status_code, answer.json()["latest"]) == (409, None)


async def test_asking_again_corrects_the_day_but_does_not_move_the_latest_on(
    api: httpx.AsyncClient, seeded: Services
):
    for until in ("2026-12-10", "2026-12-17"):
        await api.post(f"{CASE}/deferrals", json={"until": until})
    assert (await api.get(CASE)).json()["deferred_until"] == "2026-12-17"
    client = seeded.clients.get("se-energi")
    async with seeded.database.transaction() as session:
        case = await get_case(session, "SE-1001")
        for today, allowed in ((date(2026, 12, 15), date(2026, 12, 21)), (date(2027, 1, 5), None)):
            assert await latest_deferral(session, case, client, today) == allowed


async def test_a_deferral_sent_twice_with_one_key_is_one(api: httpx.AsyncClient):
    headers = {"Idempotency-Key": "turn-1"}
    wish = {"until": "2026-12-12"}
    sent = [await api.post(f"{CASE}/deferrals", json=wish, headers=headers) for _ in range(2)]
    assert sent[0].json() == sent[1].json()


async def test_a_deferral_is_over_after_its_day(api: httpx.AsyncClient, seeded: Services):
    await api.post(f"{CASE}/deferrals", json={"until": "2026-12-10"})
    later = replace(seeded.clock, pinned_day=date(2026, 12, 11))
    api._transport.app.state.services = replace(seeded, clock=later)
    assert (await api.get(CASE)).json()["deferred_until"] is None


@pytest.mark.parametrize(
    ("wished", "until"),
    [
        ("2026-12-05", "2026-12-07"),  # a Saturday: the next bank day
        ("2026-12-10", "2026-12-10"),
        ("2027-03-01", "2026-12-21"),
        ("2026-11-01", "2026-11-23"),
    ],
)
async def test_the_day_that_was_wished_is_told_as_far_as_it_may_be_had(
    api: httpx.AsyncClient, wished: str, until: str
):
    answer = await api.get(f"{CASE}/deferral", params={"until": wished})
    assert (answer.json()["latest"], answer.json()["until"]) == ("2026-12-21", until)
    assert (await api.post(f"{CASE}/deferrals", json={"until": until})).status_code == 200


async def test_where_only_a_person_may_say_a_wish_gets_no_day(api: httpx.AsyncClient):
    answer = await api.get("/api/cases/SE-1004/deferral", params={"until": "2026-12-10"})
    assert answer.json() == {"latest": None, "until": None, "notices": []}


async def kept(services: Services, case: str = "SE-1001") -> DeferralEvidence:
    async with services.database.transaction() as session:
        (deferral,) = await deferrals_of(session, case)
    return DeferralEvidence.model_validate(deferral.evidence)


@pytest.mark.parametrize(
    ("case", "code", "until"),
    [
        ("SE-1001", "limitation_renewed", "2029-11-21"),  # preskriptionslagen s. 5 no. 1
        ("NO-1001", "limitation_renewed", "2029-11-21"),  # foreldelsesloven s. 14
        ("DK-1001", "limitation_perhaps_longer", "2029-11-21"),  # forældelsesloven ss. 5 and 15
        ("FI-1001", "limitation_renewed", "2029-11-21"),  # 728/2003 s. 10
        ("IS-1001", "limitation_renewed", "2030-11-21"),  # lög nr. 150/2007 s. 14
    ],
)
async def test_what_a_yes_to_more_time_does_is_told_before_it(
    api: httpx.AsyncClient, case: str, code: str, until: str
):
    (notice,) = (await api.get(f"/api/cases/{case}/deferral")).json()["notices"]
    assert (notice["code"], notice["until"]) == (code, until)
    assert notice["text"]


async def test_the_notice_is_in_the_language_that_is_asked_for(api: httpx.AsyncClient):
    answer = await api.get(f"{CASE}/deferral", headers={"Accept-Language": "fi"})
    assert "21.11.2029" in answer.json()["notices"][0]["text"]


async def test_a_promise_keeps_what_was_owed_and_said(api: httpx.AsyncClient, seeded: Services):
    shown = {"language": "sv", "lines": ["Ska jag flytta fram betalningen?"]}
    await api.post(f"{CASE}/deferrals", json={"until": "2026-12-10", "shown": shown})
    evidence = await kept(seeded)
    assert evidence.claim["balance"] == 486000
    assert [notice.code for notice in evidence.notices] == ["limitation_renewed"]
    assert evidence.shown is not None
    assert evidence.shown.model_dump() == shown


async def test_a_promise_is_an_acknowledgement_that_starts_the_time_anew(
    api: httpx.AsyncClient, seeded: Services
):
    await api.post(f"{CASE}/deferrals", json={"until": "2026-12-10"})
    client = seeded.clients.get("se-energi")
    async with seeded.database.transaction() as session:
        case = await get_case(session, "SE-1001")
        for line in await ledger_of(session, "SE-1001"):
            line.booked_on = case.incurred_on
        await session.flush()
        day = date(2029, 11, 20)  # three years after it arose, not yet three after the promise
        assert not (await claim_today(session, case, client, day)).stops
        assert (await claim_today(session, case, client, date(2029, 11, 21))).stops == {
            Stop.PERHAPS_TIME_BARRED
        }
