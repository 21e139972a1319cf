"""An agreed plan exists once, whatever is repeated."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select

from backend.agreements.accepting import accept
from backend.agreements.models import AgreedPlan
from backend.cases.kinds import EntryKind
from backend.cases.models import Case, LedgerEntry
from backend.cases.repository import get_case
from backend.database import Database
from backend.problems import Problem
from backend.services import Services
from tests.backend.cases.house import DEMO_DAY

CASE = "/api/cases/SE-1001"
Offered = Callable[..., Awaitable[str]]


@pytest.fixture
def offered(api: httpx.AsyncClient) -> Offered:
    """Asks for an offer and gives its id."""

    async def ask(case: str = "SE-1001", **terms: object) -> str:
        answer = await api.post(f"/api/cases/{case}/plan-offers", json=terms)
        return answer.json()["offers"][0]["id"]

    return ask


async def plans(services: Services, case: str = "SE-1001") -> int:
    count = select(func.count()).where(AgreedPlan.case_reference == case)
    async with services.database.transaction() as session:
        return await session.scalar(count) or 0


async def problem_of(api: httpx.AsyncClient, offer: str) -> str:
    answer = await api.post(f"/api/plan-offers/{offer}/accept")
    assert answer.status_code == 409
    return answer.json()["type"].removeprefix("/problems/")


async def test_an_accepted_offer_is_the_cases_plan(api: httpx.AsyncClient, offered: Offered):
    plan = (await api.post(f"/api/plan-offers/{await offered(instalments=9)}/accept")).json()
    assert (plan["case"], plan["status"], plan["total"]) == ("SE-1001", "agreed", 486000)
    assert (plan["instalment"], plan["instalments"], plan["left"]) == (54000, 9, 9)
    assert plan["next"] == {"due": plan["schedule"][0]["due"], "amount": 54000}
    assert (plan["account_label"], plan["account"]) == ("bankgiro", "5050-1055")
    assert plan["payee"]
    assert (await api.get(f"/api/plans/{plan['id']}")).json() == plan
    facts = (await api.get(CASE)).json()
    assert (facts["status"], facts["plan"]) == ("plan", plan)


async def test_accepting_again_changes_nothing(
    api: httpx.AsyncClient, offered: Offered, seeded: Services
):
    offer = await offered()
    answers = [await api.post(f"/api/plan-offers/{offer}/accept") for _ in range(3)]
    assert answers[0].json() == answers[1].json() == answers[2].json()
    assert await plans(seeded) == 1


async def test_fifty_accepts_at_once_make_one_plan(
    api: httpx.AsyncClient, offered: Offered, seeded: Services
):
    offer = await offered()
    sent = [api.post(f"/api/plan-offers/{offer}/accept") for _ in range(50)]
    answers = await asyncio.gather(*sent)
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert await plans(seeded) == 1


async def test_of_two_offers_accepted_at_once_one_becomes_the_plan(
    api: httpx.AsyncClient, offered: Offered, seeded: Services
):
    offers = [await offered(instalments=number) for number in (6, 9)] * 10
    answers = await asyncio.gather(
        *(api.post(f"/api/plan-offers/{offer}/accept") for offer in offers)
    )
    assert sorted(answer.status_code for answer in answers) == [200] * 10 + [409] * 10
    assert await plans(seeded) == 1


async def test_another_offer_is_refused_with_the_plan_there_is(
    api: httpx.AsyncClient, offered: Offered
):
    first, second = await offered(instalments=6), await offered(instalments=9)
    plan = (await api.post(f"/api/plan-offers/{first}/accept")).json()
    answer = await api.post(f"/api/plan-offers/{second}/accept")
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/plan-exists"
    assert answer.json()["plan"] == plan["id"]


async def test_an_expired_offer_is_refused_but_its_plan_is_not_forgotten(
    offered: Offered, seeded: Services
):
    offer, other = await offered(), await offered("SE-1007")
    client = seeded.clients.get("se-energi")
    now = seeded.clock.now(client.zone)
    in_time, too_late = now + timedelta(hours=37), now + timedelta(hours=38)
    plan = await accept(seeded.database, client, offer, in_time)
    again = await accept(seeded.database, client, offer, too_late)
    assert again.id == plan.id
    with pytest.raises(Problem) as raised:
        await accept(seeded.database, client, other, too_late)
    assert raised.value.kind == "offer-expired"
    assert await plans(seeded, "SE-1007") == 0


async def test_an_offer_is_refused_when_the_balance_has_changed(
    api: httpx.AsyncClient, offered: Offered, seeded: Services
):
    offer = await offered()
    async with seeded.database.transaction() as session:
        session.add(
            LedgerEntry(
                case_reference="SE-1001",
                booked_on=DEMO_DAY,
                kind=EntryKind.PAYMENT,
                amount=-10000,
                text="Inbetalning",
            )
        )
    assert await problem_of(api, offer) == "balance-changed"
    assert await plans(seeded) == 0
    assert (await api.get(CASE)).json()["status"] == "open"


async def test_an_offer_is_refused_when_the_claim_was_disputed_since(
    api: httpx.AsyncClient, offered: Offered
):
    offer = await offered()
    await api.post(f"{CASE}/disputes", json={"text": "Det stämmer inte."})
    assert await problem_of(api, offer) == "case-stopped"


async def test_an_unknown_offer_and_plan_are_not_found(api: httpx.AsyncClient):
    assert (await api.post("/api/plan-offers/nothing/accept")).status_code == 404
    assert (await api.get("/api/plans/nothing")).status_code == 404


async def test_a_plan_stops_the_interest_and_costs_what_was_offered(
    api: httpx.AsyncClient, offered: Offered, seeded: Services
):
    async with seeded.database.transaction() as session:
        case = await get_case(session, "SE-1001")
        case.interest_running = True
    before = (await api.get(CASE)).json()["balance"]
    assert before["total"] > 486000
    plan = (await api.post(f"/api/plan-offers/{await offered()}/accept")).json()
    assert plan["total"] == before["total"]
    later = await api.get(f"{CASE}/balance", params={"on": "2027-11-21"})
    assert later.json()["parts"] == before["parts"]
    entries = (await api.get(f"{CASE}/ledger")).json()["entries"]
    assert entries[-1]["text"] == "Ränta till och med 21 november 2026"


async def test_a_restart_between_two_accepts_makes_no_second_plan(
    offered: Offered, seeded: Services
):
    offer = await offered()
    client = seeded.clients.get("se-energi")
    now = seeded.clock.now(client.zone)
    first = await accept(seeded.database, client, offer, now)
    restarted = Database(seeded.database.url.render_as_string(hide_password=False))
    again = await accept(restarted, client, offer, now)
    await restarted.close()
    assert again.id == first.id


async def test_the_status_of_a_refused_case_stays(
    api: httpx.AsyncClient, offered: Offered, seeded: Services
):
    first, second = await offered(instalments=6), await offered(instalments=9)
    await api.post(f"/api/plan-offers/{first}/accept")
    await problem_of(api, second)
    async with seeded.database.transaction() as session:
        statuses = await session.scalars(select(Case.status).where(Case.reference == "SE-1001"))
        assert list(statuses) == ["plan"]
