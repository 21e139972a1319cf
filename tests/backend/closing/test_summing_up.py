"""Ending a conversation: the summary is written from facts, and why it ended is kept."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from backend.handoff.models import Handoff
from backend.handoff.outcomes import outcomes
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.macros.test_holds import hold, lift
from tests.backend.macros.test_paying import send
from tests.backend.staff.agents import Agent
from tests.backend.staff.test_detail import identified

SPACE = "\u00a0"


@pytest.fixture
async def visitor(http: httpx.AsyncClient, house: Services, lind_only: Agent) -> Visitor:
    """An identified debtor whom an agent has."""
    waiting = await identified(http, house)
    await hand_over(http, waiting, reason="hardship")
    await lind_only.does(waiting, "take")
    return waiting


async def ending(agent: Agent, visitor: Visitor) -> Any:
    answer = await agent.http.get(f"/api/staff/conversations/{visitor.id}/ending")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def lines(agent: Agent, visitor: Visitor) -> list[str]:
    summary: str = (await ending(agent, visitor))["summary"]
    return summary.replace(SPACE, " ").split("\n")


async def test_where_nothing_was_done_it_says_why_and_what_is_owed(
    visitor: Visitor, lind_only: Agent
) -> None:
    assert await lines(lind_only, visitor) == [
        "Kan inte betala.",
        "Kvar att betala i dag: 4 860,00 kr.",
    ]


async def test_it_tells_what_was_sent_held_and_ended(visitor: Visitor, lind_only: Agent) -> None:
    await send(lind_only, visitor)
    await hold(lind_only, visitor, "payment_reported")
    await lift(lind_only.http, visitor)
    await hold(lind_only, visitor, "care", until="2026-12-05")
    assert (await lines(lind_only, visitor))[1:-1] == [
        "Betalningsuppgifter skickade: 4 860,00 kr.",
        "Paus hävd: uppger att det är betalt.",
        "Pausat till 5 december 2026: vila av omsorg.",
    ]


async def test_it_tells_what_was_agreed(visitor: Visitor, lind_only: Agent) -> None:
    wish = {"kind": "plan", "terms": {"amount": 60_000}}
    offer = (await lind_only.does(visitor, "plan-offers", **wish)).json()["offers"][0]
    kept = await lind_only.does(visitor, "plan-offers", **wish, keep=offer["schedule"])
    id = kept.json()["offers"][0]["id"]
    await lind_only.http.post(f"/api/staff/plan-offers/{id}/send")
    assert (await lines(lind_only, visitor))[1].startswith("Erbjudet, inget svar än: ")
    await lind_only.http.post(f"/api/staff/plan-offers/{id}/accept")
    told = await lines(lind_only, visitor)
    assert told[1].startswith("Avtalat: ")
    assert told[-1].startswith("Nästa betalning: ")


async def test_it_is_in_the_language_of_the_agent(
    http: httpx.AsyncClient, visitor: Visitor, lind_only: Agent, alm: Agent
) -> None:
    assert (await lines(alm, visitor))[0] == "Cannot pay."


async def test_how_it_ended_and_why_are_kept_and_stand_in_the_case(
    visitor: Visitor, lind_only: Agent, house: Services
) -> None:
    how = {"outcome": "promised", "reason": "pays_in_full", "note": "Betalar fredag"}
    assert (await lind_only.does(visitor, "close", **how)).status_code == 204
    async with house.database.transaction() as session:
        handoff = (await session.scalars(select(Handoff))).one()
    assert (handoff.outcome, handoff.outcome_reason) == ("promised", "pays_in_full")
    note = (await lind_only.reads(visitor)).json()["notes"][-1]
    assert (note["about"], note["text"]) == ("promised.pays_in_full", "Betalar fredag")


async def test_a_reason_of_another_outcome_is_refused(visitor: Visitor, lind_only: Agent) -> None:
    answer = await lind_only.does(visitor, "close", outcome="solved", reason="pays_in_full")
    assert answer.status_code == 422


async def test_the_choices_are_those_of_the_file(visitor: Visitor, lind_only: Agent) -> None:
    shown = {
        it["outcome"]: tuple(it["reasons"]) for it in (await ending(lind_only, visitor))["outcomes"]
    }
    assert shown == dict(outcomes())
