"""A person undoes an agreement for the debtor, within the client's days."""

from dataclasses import replace
from datetime import date, time

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.agreements.models import AgreedPlan
from backend.audit.models import AuditRow
from backend.clock import Clock
from backend.eventlog.models import LoggedEvent
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.staff.granting.grantor import Grantor, kind_of
from tests.backend.staff.granting.test_agreeing import plans

UNDONE = "Det är ångrat, och inget är bestämt längre."


async def undoes(user: Grantor, plan: str) -> httpx.Response:
    return await user.http.post(f"/api/staff/conversations/{user.debtor.id}/plans/{plan}/undo")


@pytest.fixture
async def plan(agent: Grantor) -> str:
    """A plan that was agreed on the phone."""
    await agent.does(await agent.makes(amount=50_000), "accept")
    return str((await agent.reads())["case"]["plan"]["id"])


async def test_a_plan_says_until_when_it_can_be_undone(agent: Grantor, plan: str) -> None:
    shown = (await agent.reads())["case"]["plan"]
    assert (shown["can"]["undo"], shown["undo_until"]) == (True, "2026-12-09")


async def test_undone_nothing_is_agreed_and_the_debtor_reads_so(
    agent: Grantor, debtor: Visitor, plan: str
) -> None:
    answer = await undoes(agent, plan)
    assert (answer.status_code, answer.json()["status"]) == (200, "undone")
    case = (await agent.reads())["case"]
    assert (case["status"], case["plan"], case["balance"]["total"]) == ("open", None, 486_000)
    assert (await debtor.transcript())[-1] == UNDONE
    assert await agent.states() == ["undone"]


async def test_undone_again_it_is_said_and_written_down_once(
    agent: Grantor, debtor: Visitor, generous: Services, plan: str
) -> None:
    first, again = await undoes(agent, plan), await undoes(agent, plan)
    assert first.json() == again.json()
    assert (await debtor.transcript()).count(UNDONE) == 1
    async with generous.database.transaction() as session:
        [written] = await session.scalars(select(AuditRow).where(AuditRow.act == "plan.undone"))
        noted = list(
            await session.scalars(select(LoggedEvent).where(LoggedEvent.kind == "plan_undone"))
        )
    assert (written.actor_id, written.subject_id, written.case_reference) == (agent.id, plan, "L-1")
    assert len(noted) == 1


async def test_a_change_that_is_undone_gives_way_to_the_plan_before(
    agent: Grantor, debtor: Visitor, generous: Services, plan: str
) -> None:
    await agent.does(await agent.makes("change", amount=60_000), "accept")
    changed = (await agent.reads())["case"]["plan"]["id"]
    await undoes(agent, changed)
    assert (await agent.reads())["case"]["plan"]["id"] == plan
    assert (await debtor.transcript())[-1].endswith("Planen som du hade innan gäller igen.")
    assert {one.status.value for one in await plans(generous)} == {"undone", "agreed"}


async def test_after_the_clients_days_it_stays(
    app: FastAPI, agent: Grantor, debtor: Visitor, plan: str
) -> None:
    app.state.services = replace(app.state.services, clock=Clock(date(2026, 12, 10), time(10, 0)))
    refused = await undoes(agent, plan)
    assert kind_of(refused) == (409, "undo-too-late")
    assert refused.json()["detail"].startswith("The days in which it could be undone are over")
    assert (await agent.reads())["case"]["plan"]["id"] == plan


async def test_only_who_has_the_conversation_may_undo(
    agent: Grantor, supervisor: Grantor, plan: str
) -> None:
    assert kind_of(await undoes(supervisor, plan)) == (409, "not-taken-by-you")
    assert (await agent.reads())["case"]["plan"]["id"] == plan


async def test_a_plan_of_another_case_is_not_there(
    agent: Grantor, generous: Services, plan: str
) -> None:
    await a_case(generous.database, "L-2")
    async with generous.database.transaction() as session:
        (await session.get_one(AgreedPlan, plan)).case_reference = "L-2"
    assert kind_of(await undoes(agent, plan)) == (404, "not-found")
    assert kind_of(await undoes(agent, "nothing")) == (404, "not-found")
