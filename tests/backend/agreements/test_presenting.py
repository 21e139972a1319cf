"""A plan as it is told."""

import httpx

from backend.cases.kinds import EntryKind
from backend.cases.models import LedgerEntry
from backend.services import Services
from tests.backend.cases.house import DEMO_DAY


async def plan_of(api: httpx.AsyncClient, case: str) -> dict:
    return (await api.get(f"/api/cases/{case}")).json()["plan"]


async def pay(services: Services, case: str, amount: int) -> None:
    async with services.database.transaction() as session:
        session.add(
            LedgerEntry(
                case_reference=case,
                booked_on=DEMO_DAY,
                kind=EntryKind.PAYMENT,
                amount=-amount,
                text="Inbetalning",
            )
        )


async def test_payments_pay_the_instalments_in_their_order(api: httpx.AsyncClient):
    plan = await plan_of(api, "SE-1002")
    assert [payment["paid"] for payment in plan["schedule"]] == [True] * 3 + [False] * 5


async def test_an_instalment_is_paid_when_all_of_it_is(api: httpx.AsyncClient, seeded: Services):
    await pay(seeded, "SE-1002", 71999)
    assert (await plan_of(api, "SE-1002"))["left"] == 5
    await pay(seeded, "SE-1002", 1)
    assert (await plan_of(api, "SE-1002"))["left"] == 4


async def test_a_plan_that_is_paid_has_nothing_next(api: httpx.AsyncClient, seeded: Services):
    await pay(seeded, "SE-1002", 360000)
    plan = await plan_of(api, "SE-1002")
    assert (plan["next"], plan["left"]) == (None, 0)


async def test_a_broken_plan_is_told_as_ended_and_has_nothing_next(api: httpx.AsyncClient):
    facts = (await api.get("/api/cases/SE-1003")).json()
    plan = facts["ended_plan"]
    assert facts["plan"] is None
    assert (plan["status"], plan["left"], plan["next"]) == ("broken", 4, None)
