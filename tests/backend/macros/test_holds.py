"""Letting a case rest at the desk, and ending a rest."""

from datetime import date
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.cases.hold_reasons import hold_reasons
from backend.cases.kinds import CaseStatus
from backend.cases.models import Case
from backend.cases.repository import get_case
from backend.macros.hold_rules import hold_rules
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import TOKEN, hand_over
from tests.backend.staff.agents import Agent
from tests.backend.staff.people import Somebody, somebody
from tests.backend.staff.test_detail import identified


@pytest.fixture
async def visitor(http: httpx.AsyncClient, house: Services, agents: list[Agent]) -> Visitor:
    """An identified debtor who waits for a person."""
    waiting = await identified(http, house)
    await hand_over(http, waiting)
    return waiting


@pytest.fixture
async def supervisor(app: FastAPI, house: Services) -> Somebody:
    """Somebody who may end any rest."""
    return await somebody(app, house, "supervisor", ["lind"])


async def hold(agent: Agent, visitor: Visitor, reason: str, **more: object) -> httpx.Response:
    wish = {"id": str(uuid4()), "reason": reason, "why": "sagt i chatten", **more}
    return await agent.does(visitor, "holds", **wish)


async def offered(http: httpx.AsyncClient, visitor: Visitor) -> Any:
    return (await http.get(f"/api/staff/conversations/{visitor.id}/macros")).json()


async def lift(http: httpx.AsyncClient, visitor: Visitor, why: str = "utrett") -> httpx.Response:
    [held] = (await offered(http, visitor))["holds"]
    path = f"/api/staff/conversations/{visitor.id}/holds/{held['id']}/lift"
    return await http.post(path, json={"why": why})


async def case_of(house: Services) -> Case:
    async with house.database.transaction() as session:
        return await get_case(session, "L-1")


def test_every_rest_that_a_case_can_have_has_its_rule_at_the_desk() -> None:
    assert set(hold_rules().reasons) == set(hold_reasons())


async def test_a_rest_lasts_as_long_as_the_client_has_set_and_is_noted(
    visitor: Visitor, lind_only: Agent
) -> None:
    assert (await hold(lind_only, visitor, "payment_reported")).status_code == 204
    detail = (await lind_only.reads(visitor)).json()
    assert detail["case"]["holds"] == [{"reason": "payment_reported", "until": "2026-12-09"}]
    [note] = detail["notes"]
    assert (note["kind"], note["about"], note["text"]) == (
        "hold_placed",
        "payment_reported",
        "sagt i chatten",
    )


async def test_the_same_rest_again_is_one(visitor: Visitor, lind_only: Agent) -> None:
    await hold(lind_only, visitor, "care", id="h1")
    await hold(lind_only, visitor, "care", id="h1")
    detail = (await lind_only.reads(visitor)).json()
    assert len(detail["case"]["holds"]) == len(detail["notes"]) == 1


async def test_a_rest_for_the_same_reason_gets_the_new_day_and_is_no_second_one(
    visitor: Visitor, lind_only: Agent
) -> None:
    await hold(lind_only, visitor, "care")
    await hold(lind_only, visitor, "care", until="2026-12-24")
    detail = (await lind_only.reads(visitor)).json()
    assert detail["case"]["holds"] == [{"reason": "care", "until": "2026-12-24"}]
    assert len(detail["notes"]) == 2


async def test_nothing_is_kept_about_why_somebody_is_left_in_peace(
    visitor: Visitor, lind_only: Agent
) -> None:
    await hold(lind_only, visitor, "care", why="ligger på sjukhus")
    assert [note["text"] for note in (await lind_only.reads(visitor)).json()["notes"]] == [""]


async def test_a_grave_reason_needs_a_word_of_why(visitor: Visitor, lind_only: Agent) -> None:
    answer = await hold(lind_only, visitor, "death", why=" ")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/hold-needs-reason")


@pytest.mark.parametrize("until", [date(2026, 11, 24), date(2028, 1, 1)])
async def test_a_day_that_is_over_or_far_away_is_refused(
    visitor: Visitor, lind_only: Agent, until: date
) -> None:
    answer = await hold(lind_only, visitor, "care", until=until.isoformat())
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/hold-day-wrong")


async def test_an_agent_ends_what_the_file_lets_agents_end(
    visitor: Visitor, lind_only: Agent
) -> None:
    await hold(lind_only, visitor, "payment_reported")
    assert (await lift(lind_only.http, visitor)).status_code == 204
    detail = (await lind_only.reads(visitor)).json()
    assert detail["case"]["holds"] == []
    assert [(note["kind"], note["text"]) for note in detail["notes"]][1:] == [
        ("hold_lifted", "utrett")
    ]


@pytest.mark.parametrize("reason", ["death", "under_age", "representative", "identity_theft"])
async def test_a_grave_rest_is_ended_by_a_supervisor_and_not_by_an_agent(
    visitor: Visitor, lind_only: Agent, supervisor: Somebody, house: Services, reason: str
) -> None:
    await hold(lind_only, visitor, reason)
    refused = await lift(lind_only.http, visitor)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/hold-not-yours")
    assert (await offered(lind_only.http, visitor))["holds"][0]["mine"] is False
    assert (await lift(supervisor.http, visitor)).status_code == 204
    assert (await lind_only.reads(visitor)).json()["case"]["holds"] == []
    async with house.database.transaction() as session:
        [row] = await session.scalars(select(AuditRow).where(AuditRow.act == "hold.lifted"))
    assert (row.actor_id, row.case_reference, row.facts) == (
        supervisor.id,
        "L-1",
        {"reason": reason, "until": None},
    )


async def test_an_objection_that_is_decided_lets_the_case_stand_where_it_stood(
    http: httpx.AsyncClient, visitor: Visitor, supervisor: Somebody, house: Services
) -> None:
    body = {"text": "Det är inte min faktura"}
    await http.post("/api/cases/L-1/disputes", json=body, headers=TOKEN)
    disputed = await case_of(house)
    assert (disputed.status, disputed.stops) == (CaseStatus.DISPUTED, ["disputed"])
    assert (await lift(supervisor.http, visitor)).status_code == 204
    free = await case_of(house)
    assert (free.status, free.stops) == (CaseStatus.OPEN, [])


async def test_a_stop_stays_while_another_rest_brings_it(
    visitor: Visitor, lind_only: Agent, supervisor: Somebody, house: Services
) -> None:
    await hold(lind_only, visitor, "dispute")
    await hold(lind_only, visitor, "identity_theft")
    first = (await offered(supervisor.http, visitor))["holds"][0]
    path = f"/api/staff/conversations/{visitor.id}/holds/{first['id']}/lift"
    await supervisor.http.post(path, json={"why": "utrett"})
    assert (await case_of(house)).status is CaseStatus.DISPUTED


async def test_ending_a_rest_again_changes_nothing(
    visitor: Visitor, lind_only: Agent, supervisor: Somebody
) -> None:
    await hold(lind_only, visitor, "death")
    [held] = (await offered(supervisor.http, visitor))["holds"]
    path = f"/api/staff/conversations/{visitor.id}/holds/{held['id']}/lift"
    for _ in range(2):
        assert (await supervisor.http.post(path, json={"why": "fel person"})).status_code == 204
    assert len((await lind_only.reads(visitor)).json()["notes"]) == 2


async def test_ending_a_rest_needs_a_reason(visitor: Visitor, lind_only: Agent) -> None:
    await hold(lind_only, visitor, "care")
    assert (await lift(lind_only.http, visitor, why="  ")).status_code == 422


async def test_a_rest_of_another_case_is_not_there(visitor: Visitor, supervisor: Somebody) -> None:
    path = f"/api/staff/conversations/{visitor.id}/holds/nothing/lift"
    assert (await supervisor.http.post(path, json={"why": "x"})).status_code == 404


async def test_who_is_not_known_has_no_case_to_rest(
    http: httpx.AsyncClient, lind_only: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    answer = await hold(lind_only, visitor, "care")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/case-not-known")
    shown = await offered(lind_only.http, visitor)
    assert [macro["does"] for macro in shown["macros"]] == ["note"]
    assert (shown["reasons"], shown["holds"]) == ([], [])
