"""Two creditors of one country side by side: the same wish, each one's own rules."""

import httpx
import pytest

COUNTRIES = [("SE", 1), ("NO", 1), ("DK", 1), ("FI", 10), ("IS", 1)]
each_country = pytest.mark.parametrize("country", [code for code, _ in COUNTRIES])


async def ask(api: httpx.AsyncClient, reference: str, **terms: object) -> dict:
    answer = await api.post(f"/api/cases/{reference}/plan-offers", json=terms)
    assert answer.status_code == 200, answer.text
    return answer.json()


@each_country
async def test_the_same_person_owes_both_the_same(api: httpx.AsyncClient, country: str):
    first, second = [
        (await api.get(f"/api/cases/{country}-{number}001")).json() for number in (1, 2)
    ]
    assert first["debtor"]["name"] == second["debtor"]["name"]
    assert first["balance"]["total"] == second["balance"]["total"]
    assert first["creditor"] != second["creditor"]


@each_country
async def test_nine_instalments_are_fine_with_one_and_countered_by_the_other(
    api: httpx.AsyncClient, country: str
):
    first = await ask(api, f"{country}-1001", instalments=9)
    second = await ask(api, f"{country}-2001", instalments=9)
    assert (first["outcome"], second["outcome"]) == ("offer", "counter")
    assert first["offers"][0]["instalments"] == 9
    assert second["offers"][0]["instalments"] == 6
    assert {"rule": "instalments_at_most", "limit": 6, "wished": 9}.items() <= {
        name: value
        for reason in second["reasons"]
        if reason["rule"] == "instalments_at_most"
        for name, value in reason.items()
    }.items()


@each_country
async def test_too_little_is_countered_by_both_with_different_plans(
    api: httpx.AsyncClient, country: str
):
    amount = {"FI": 1000, "IS": 1000}.get(country, 10000)
    plans = []
    for number in (1, 2):
        answer = await ask(api, f"{country}-{number}001", amount=amount)
        assert answer["outcome"] == "counter"
        plans.append((answer["offers"][0]["instalment"], answer["offers"][0]["instalments"]))
    assert plans[0][0] < plans[1][0]
    assert plans[0][1] > plans[1][1]


@each_country
async def test_a_first_payment_in_four_weeks_is_late_for_the_second_only(
    api: httpx.AsyncClient, country: str
):
    terms = {"instalments": 4, "first_date": "2026-12-18"}
    first = await ask(api, f"{country}-1001", **terms)
    second = await ask(api, f"{country}-2001", **terms)
    assert first["outcome"] == "offer"
    assert "first_payment_within_days" in {reason["rule"] for reason in second["reasons"]}
    assert second["offers"][0]["first_due"] <= "2026-12-04"


@pytest.mark.parametrize(("country", "days"), [("SE", None), ("NO", 14), ("FI", None)])
async def test_putting_off_is_what_each_has_said(
    api: httpx.AsyncClient, country: str, days: int | None
):
    until = {"until": "2026-12-15"}
    headers = {"Idempotency-Key": f"{country} puts off"}
    first = await api.post(f"/api/cases/{country}-1001/deferrals", json=until, headers=headers)
    second = await api.post(f"/api/cases/{country}-2001/deferrals", json=until, headers=headers)
    assert first.status_code == 200, first.text
    assert second.status_code == 409
    assert second.json()["latest"] == ("2026-12-04" if days else None)
