"""A claim that may be too old is never put under a plan without a person."""

from datetime import timedelta

import httpx
import pytest

from backend.cases.models import LedgerEntry
from backend.cases.repository import get_case, ledger_of
from backend.services import Services
from tests.backend.cases.house import DEMO_DAY

CASE = "/api/cases/SE-1001"


async def arose(house: Services, reference: str, years: int) -> None:
    """Lets a claim be some days older than so many years, with no letter sent since."""
    async with house.database.transaction() as session:
        case = await get_case(session, reference)
        case.incurred_on = DEMO_DAY - timedelta(days=years * 366)
        case.due_date = case.incurred_on + timedelta(days=30)
        for line in await ledger_of(session, reference):
            line.booked_on = case.incurred_on


@pytest.fixture
async def old(seeded: Services) -> Services:
    """The case arose more than three years ago, and no letter was sent since."""
    await arose(seeded, "SE-1001", years=3)
    return seeded


async def test_no_plan_is_offered_and_the_reason_is_said(api: httpx.AsyncClient, old: Services):
    answer = (await api.post(f"{CASE}/plan-offers", json={})).json()
    assert answer["outcome"] == "referral"
    assert [reason["rule"] for reason in answer["reasons"]] == ["perhaps_time_barred"]


async def test_a_business_has_a_longer_time(api: httpx.AsyncClient, seeded: Services):
    await arose(seeded, "SE-1009", years=3)
    answer = (await api.post("/api/cases/SE-1009/plan-offers", json={})).json()
    assert answer["outcome"] == "offer"
    await arose(seeded, "SE-1009", years=10)
    answer = (await api.post("/api/cases/SE-1009/plan-offers", json={})).json()
    assert [reason["rule"] for reason in answer["reasons"]] == ["perhaps_time_barred"]


async def test_an_offer_of_before_cannot_be_agreed_any_more(
    api: httpx.AsyncClient, seeded: Services
):
    offer = (await api.post(f"{CASE}/plan-offers", json={})).json()["offers"][0]["id"]
    async with seeded.database.transaction() as session:
        case = await get_case(session, "SE-1001")
        case.incurred_on = DEMO_DAY - timedelta(days=3 * 366)
        case.due_date = case.incurred_on
        for line in await ledger_of(session, "SE-1001"):
            line.booked_on = case.incurred_on
    answer = await api.post(f"/api/plan-offers/{offer}/accept")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/case-stopped")


async def test_a_payment_in_time_started_the_time_anew(api: httpx.AsyncClient, old: Services):
    async with old.database.transaction() as session:
        paid_on = DEMO_DAY - timedelta(days=400)
        session.add(
            LedgerEntry(
                case_reference="SE-1001", booked_on=paid_on, kind="payment", amount=-10, text="-"
            )
        )
    answer = (await api.post(f"{CASE}/plan-offers", json={})).json()
    assert answer["outcome"] == "offer"
