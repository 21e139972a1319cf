"""Who may take the confirmation of a plan: its debtor, staff of the client, and services."""

import asyncio
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.identity.payment_page import make_payment_page_token
from backend.live.limits import read_limits
from backend.services import Services
from tests.backend.confirmations.pdf import Read
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.staff.people import somebody

SERVICE = {"Authorization": "Bearer demo"}


async def agree(http: httpx.AsyncClient, reference: str, instalments: int = 6) -> Any:
    """A plan for the case, as the assistant agrees it."""
    wish = {"instalments": instalments}
    route = f"/api/cases/{reference}/plan-offers"
    offers = await http.post(route, json=wish, headers=SERVICE)
    offer = offers.json()["offers"][0]["id"]
    return (await http.post(f"/api/plan-offers/{offer}/accept", headers=SERVICE)).json()


@pytest.fixture
async def plan(http: httpx.AsyncClient, house: Services) -> Any:
    """Alva's plan. Somebody else of the same client has a case and a plan too."""
    for reference, first_name in (("L-1", "Alva"), ("L-9", "Other")):
        await a_case(house.database, reference, first_name=first_name)
    await agree(http, "L-9")
    return await agree(http, "L-1")


async def identified(http: httpx.AsyncClient, house: Services, case: str, **more: Any) -> Visitor:
    token = make_payment_page_token(house.settings, "lind", case)
    return await Visitor.arrives(http, token=token, **more)


async def take(visitor: Visitor, plan: Any, **query: str) -> httpx.Response:
    path = f"{visitor.path}/plans/{plan['id']}/confirmation"
    return await visitor.http.get(path, params=query, headers=visitor.headers)


async def reads(house: Services) -> list[AuditRow]:
    async with house.database.transaction() as session:
        rows = select(AuditRow).where(AuditRow.act == "plan.read").order_by(AuditRow.seq)
        return list(await session.scalars(rows))


def spaced(text: str) -> str:
    return text.replace("\xa0", " ")


async def test_the_debtor_takes_the_plan_as_it_was_agreed(
    http: httpx.AsyncClient, house: Services, plan: Any
) -> None:
    visitor = await identified(http, house, "L-1", language="sv")
    answer = await take(visitor, plan)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'attachment; filename="2026-11-25.pdf"'
    read = Read(answer.content)
    assert read.language == "sv"
    amounts = [spaced(row[-1]) for row in read.rows(0)[1:]]
    assert amounts == ["810,00 kr"] * 6 + ["4 860,00 kr"]
    assert spaced(read.rows(1)[1][1]) == "4 860,00 kr"
    for value in ("Alva Sparv", "L-1", plan["id"], plan["reference"], plan["account"]):
        assert value in read.text
    assert "25 november 2026 kl. 10:00 (UTC+01:00)" in spaced(read.text)
    [row] = await reads(house)
    assert (row.actor_kind, row.actor_id) == ("debtor", visitor.id)
    assert (row.subject_id, row.case_reference, row.client) == (plan["id"], "L-1", "lind")


async def test_what_is_paid_later_changes_not_a_byte(
    http: httpx.AsyncClient, house: Services, plan: Any
) -> None:
    visitor = await identified(http, house, "L-1")
    before = (await take(visitor, plan)).content
    paid = {"id": "b-1", "amount": 81_000, "paid_on": "2026-11-25"}
    booked = await http.post("/api/cases/L-1/payments", json=paid, headers=SERVICE)
    assert booked.status_code == 200, booked.text
    assert (await take(visitor, plan)).content == before


@pytest.mark.parametrize(
    ("query", "language"),
    [({}, "fi"), ({"language": "en"}, "en"), ({"language": "xx"}, "fi")],
)
async def test_it_is_in_the_language_that_is_asked_for_or_that_is_spoken(
    http: httpx.AsyncClient, house: Services, plan: Any, query: dict[str, str], language: str
) -> None:
    visitor = await identified(http, house, "L-1", language="fi")
    assert Read((await take(visitor, plan, **query)).content).language == language


async def test_a_debtor_of_another_case_is_told_that_there_is_none(
    http: httpx.AsyncClient, house: Services, plan: Any
) -> None:
    other = await identified(http, house, "L-9")
    refused = await take(other, plan)
    nothing = await take(other, {"id": "nothing"})
    assert refused.status_code == nothing.status_code == 404
    assert refused.json() == nothing.json()
    assert await reads(house) == []


async def test_who_is_not_identified_gets_none(http: httpx.AsyncClient, plan: Any) -> None:
    refused = await take(await Visitor.arrives(http), plan)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/not-identified")


async def test_another_conversations_key_opens_nothing(
    http: httpx.AsyncClient, house: Services, plan: Any
) -> None:
    visitor, stranger = await identified(http, house, "L-1"), await Visitor.arrives(http)
    path = f"{visitor.path}/plans/{plan['id']}/confirmation"
    assert (await http.get(path, headers=stranger.headers)).status_code == 404
    assert (await http.get(path)).status_code == 404


@pytest.mark.parametrize(
    "route", ["/api/plans/{}/confirmation", "/api/staff/plans/{}/confirmation"]
)
async def test_a_stranger_is_asked_who_it_is(
    http: httpx.AsyncClient, plan: Any, route: str
) -> None:
    assert (await http.get(route.format(plan["id"]))).status_code == 401


async def test_staff_take_it_for_their_clients_alone(
    app: FastAPI, house: Services, plan: Any
) -> None:
    route = f"/api/staff/plans/{plan['id']}/confirmation"
    statuses = {}
    for clients in (["lind"], ["pyy"], ["*"]):
        user = await somebody(app, house, "agent", clients)
        statuses[clients[0]] = (await user.http.get(route)).status_code
        await user.http.aclose()
    assert statuses == {"lind": 200, "pyy": 404, "*": 200}
    assert {row.actor_kind for row in await reads(house)} == {"staff"}


async def test_who_does_not_read_cases_takes_no_confirmation(
    app: FastAPI, house: Services, plan: Any
) -> None:
    user = await somebody(app, house, "analyst")
    refused = await user.http.get(f"/api/staff/plans/{plan['id']}/confirmation")
    assert refused.status_code == 403
    await user.http.aclose()


async def test_services_take_it_and_everybody_gets_the_same_file(
    app: FastAPI, http: httpx.AsyncClient, house: Services, plan: Any
) -> None:
    for_services = await http.get(f"/api/plans/{plan['id']}/confirmation", headers=SERVICE)
    user = await somebody(app, house, "agent")
    for_staff = await user.http.get(f"/api/staff/plans/{plan['id']}/confirmation")
    own = await take(await identified(http, house, "L-1", language="sv"), plan)
    assert for_services.content == for_staff.content == own.content
    assert [row.actor_kind for row in await reads(house)] == ["service", "staff", "debtor"]
    await user.http.aclose()


async def test_it_is_not_taken_without_end(
    app: FastAPI, http: httpx.AsyncClient, house: Services, plan: Any
) -> None:
    visitor = await identified(http, house, "L-1")
    limit = "confirmations_of_a_conversation"
    for _ in range(read_limits()[limit].at_most):
        assert await app.state.live.limits.spend(limit, visitor.id) == 0
    refused = await take(visitor, plan)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0


async def test_others_are_answered_while_papers_are_written(
    http: httpx.AsyncClient, plan: Any
) -> None:
    route = f"/api/plans/{plan['id']}/confirmation"
    crowd = [asyncio.create_task(http.get(route, headers=SERVICE)) for _ in range(12)]
    answered = 0
    while not all(task.done() for task in crowd):
        assert (await http.get("/healthz")).status_code == 200
        answered += 1
        await asyncio.sleep(0)
    assert {task.result().status_code for task in crowd} == {200}
    assert answered > len(crowd)
