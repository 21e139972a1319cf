"""The demonstration's bank."""

from dataclasses import replace

import httpx
import pytest

from backend.services import Services


async def test_it_shows_the_cases(api: httpx.AsyncClient):
    page = (await api.get("/demo/bank")).text
    assert "SE-1001 Tora Talltita" in page
    assert "IS-1001" in page


async def test_a_case_shows_its_next_instalment_and_what_follow_up_does(api: httpx.AsyncClient):
    page = (await api.get("/demo/bank?case=SE-1002")).text
    assert 'value="720.00"' in page
    assert "2026-11-30 09:00: the reminder" in page


async def test_a_payment_is_booked_and_thanked_for(api: httpx.AsyncClient):
    form = {"case": "SE-1002", "amount": "720,00"}
    booked = await api.post("/demo/bank", data=form)
    assert (booked.status_code, booked.headers["location"]) == (303, "/demo/bank?case=SE-1002")
    assert (await api.get("/api/cases/SE-1002")).json()["plan"]["left"] == 4
    assert "the thanks, waits" in (await api.get("/demo/bank?case=SE-1002")).text


async def test_a_currency_without_decimals(api: httpx.AsyncClient):
    await api.post("/demo/bank", data={"case": "IS-1001", "amount": "4800"})
    assert (await api.get("/api/cases/IS-1001")).json()["balance"]["total"] == 60_000
    half = await api.post("/demo/bank", data={"case": "IS-1001", "amount": "0,5"})
    assert half.status_code == 422


@pytest.mark.parametrize("amount", ["", "0", "-5", "abc", "1,234", "NaN", "Infinity", "1e12"])
async def test_what_is_no_amount_is_refused(api: httpx.AsyncClient, amount: str):
    answer = await api.post("/demo/bank", data={"case": "SE-1001", "amount": amount})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/amount-wrong")


async def test_an_unknown_case_is_not_found(api: httpx.AsyncClient):
    assert (await api.get("/demo/bank?case=XX-1")).status_code == 404
    answer = await api.post("/demo/bank", data={"case": "XX-1", "amount": "1"})
    assert answer.status_code == 404


async def test_production_has_no_such_bank(visitor: httpx.AsyncClient, services: Services):
    production = replace(
        services,
        settings=services.settings.model_copy(update={"demo": False}),
    )
    visitor._transport.app.state.services = production  # type: ignore[attr-defined]
    assert (await visitor.get("/demo/bank")).status_code == 404
    assert (await visitor.post("/demo/bank", data={"case": "SE-1001"})).status_code == 404
