"""What to pay first, when a debtor has several cases."""

import httpx

from backend.cases.kinds import InterestBasis
from backend.cases.repository import get_case
from backend.services import Services


async def order(api: httpx.AsyncClient, case: str) -> list[str]:
    found = (await api.get(f"/api/cases/{case}/payment-order")).json()
    return [one["reference"] for one in found["cases"]]


async def test_the_older_of_two_that_cost_the_same_comes_first(api: httpx.AsyncClient):
    assert await order(api, "SE-1008") == ["SE-1007", "SE-1008"]


async def test_what_costs_interest_comes_before_what_does_not(
    api: httpx.AsyncClient, seeded: Services
):
    async with seeded.database.transaction() as session:
        case = await get_case(session, "SE-1008")
        case.interest_basis, case.interest_rate, case.interest_running = (
            InterestBasis.AGREED,
            "12",
            True,
        )
    found = (await api.get("/api/cases/SE-1007/payment-order")).json()["cases"]
    assert [one["reference"] for one in found] == ["SE-1008", "SE-1007"]
    # 2 145.00 at 12 % a year, thirty days: 2145 x 0.12 x 30 / 365 = 21.156
    assert [one["a_month"] for one in found] == [2116, 0]


async def test_one_case_is_an_order_of_one(api: httpx.AsyncClient):
    assert await order(api, "SE-1001") == ["SE-1001"]


async def test_a_paid_case_is_not_among_them(api: httpx.AsyncClient):
    assert await order(api, "SE-1004") == []
