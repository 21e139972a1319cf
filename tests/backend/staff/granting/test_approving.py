"""Beyond the own limits a second person says yes, or no."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from backend.agreements.models import AgreedPlan
from backend.audit.models import AuditRow
from backend.services import Services
from backend.staff.models import StaffUser
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.test_watching import frame
from tests.backend.staff.agents import Agent
from tests.backend.staff.granting.grantor import Grantor, kind_of
from tests.backend.staff.granting.test_agreeing import button
from tests.backend.staff.people import somebody
from tests.backend.staff.test_watching import opened


@pytest.fixture
async def pyy_supervisor(
    app: FastAPI, generous: Services, debtor: Visitor
) -> AsyncIterator[Grantor]:
    """A supervisor of another client."""
    found = Grantor(await somebody(app, generous, "supervisor", ["pyy"]), debtor)
    yield found
    await found.http.aclose()


async def test_before_the_yes_it_can_neither_be_sent_nor_agreed(agent: Grantor) -> None:
    offer = await agent.makes(amount=10_000)
    assert await agent.states() == ["waiting"]
    for what in ("send", "accept"):
        assert kind_of(await agent.does(offer, what)) == (409, "offer-not-open")


async def test_a_supervisor_sees_who_asks_for_what_and_why(
    agent: Grantor, supervisor: Grantor
) -> None:
    await agent.makes(amount=10_000, note="Two children, part time.")
    [waiting] = await supervisor.approvals()
    assert (waiting["debtor"], waiting["case"], waiting["balance"]) == (
        "Alva Sparv",
        "L-1",
        486_000,
    )
    assert waiting["grant"]["made_by"]["name"] == "Agent Ek"
    assert waiting["grant"]["note"] == "Two children, part time."
    assert "300,00" in waiting["reasons"][0]


async def test_how_many_wait_is_told_without_reading_a_case_and_a_look_reads_each_once(
    agent: Grantor, supervisor: Grantor, generous: Services
) -> None:
    offers = [await agent.makes(amount=amount) for amount in (10_000, 11_000)]

    async def read() -> int:
        looked = select(AuditRow).where(
            AuditRow.act == "case.read", AuditRow.actor_id == supervisor.id
        )
        async with generous.database.transaction() as session:
            return len((await session.scalars(looked)).all())

    answer = await supervisor.http.get("/api/staff/approvals/waiting")
    waiting = answer.json()["offers"]
    assert set(waiting) <= {offer["id"] for offer in offers}
    assert waiting
    assert await read() == 0
    shown = await supervisor.approvals()
    assert [one["grant"]["id"] for one in shown] == waiting
    assert await read() == 1


async def test_after_the_yes_the_debtor_can_agree(
    agent: Grantor, supervisor: Grantor, debtor: Visitor, generous: Services
) -> None:
    offer = await agent.makes(amount=10_000)
    assert (await supervisor.decides(offer, True, "Good.")).status_code == 204
    assert await supervisor.approvals() == []
    [grant] = (await agent.reads())["granted"]
    assert (grant["state"], grant["decision_note"]) == ("approved", "Good.")
    assert grant["decided_by"]["name"] == "Supervisor Ek"
    await agent.does(offer, "send")
    await debtor.sends("Ja", await button(debtor))
    async with generous.database.transaction() as session:
        [plan] = await session.scalars(select(AgreedPlan))
    assert (plan.evidence["made_by"], plan.evidence["approved_by"]) == (agent.id, supervisor.id)


async def test_after_a_no_it_stays_closed(agent: Grantor, supervisor: Grantor) -> None:
    offer = await agent.makes(amount=10_000)
    await supervisor.decides(offer, False, "Too long.")
    assert await agent.states() == ["refused"]
    assert kind_of(await agent.does(offer, "send")) == (409, "offer-not-open")


async def test_nobody_approves_the_own_offer_not_even_in_another_role(
    agent: Grantor, generous: Services
) -> None:
    offer = await agent.makes(amount=10_000)
    async with generous.database.transaction() as session:
        promoted = update(StaffUser).where(StaffUser.id == agent.id)
        await session.execute(promoted.values(role="supervisor"))
    assert await agent.approvals() == []
    assert kind_of(await agent.decides(offer, True)) == (409, "not-your-own-offer")
    assert await agent.states() == ["waiting"]


async def test_who_is_of_another_role_or_client_finds_nothing(
    agent: Grantor, pyy_supervisor: Grantor
) -> None:
    offer = await agent.makes(amount=10_000)
    assert await pyy_supervisor.approvals() == []
    assert kind_of(await pyy_supervisor.decides(offer, True)) == (404, "not-found")
    assert kind_of(await agent.decides(offer, True)) == (403, "not-allowed")
    assert await agent.states() == ["waiting"]


async def test_the_same_decision_again_is_harmless_and_another_is_refused(
    agent: Grantor, supervisor: Grantor
) -> None:
    offer = await agent.makes(amount=10_000)
    for _ in range(2):
        assert (await supervisor.decides(offer, True)).status_code == 204
    assert kind_of(await supervisor.decides(offer, False)) == (409, "already-decided")


async def test_who_asked_and_who_said_yes_is_written_down(
    agent: Grantor, supervisor: Grantor, generous: Services
) -> None:
    offer = await agent.makes(amount=10_000)
    await supervisor.decides(offer, True)
    async with generous.database.transaction() as session:
        rows = await session.scalars(select(AuditRow).where(AuditRow.subject_kind == "offer"))
        written = [(row.act, row.actor_id, row.case_reference) for row in rows]
    assert written == [
        ("offer.made", agent.id, "L-1"),
        ("approval.asked", agent.id, "L-1"),
        ("approval.given", supervisor.id, "L-1"),
    ]


async def test_more_time_beyond_the_own_limits_waits_too(
    agent: Grantor, supervisor: Grantor, debtor: Visitor
) -> None:
    offer = await agent.makes("deferral", until="2027-01-15")
    assert await agent.states() == ["waiting"]
    await supervisor.decides(offer, True)
    await agent.does(offer, "send")
    [answer] = (await debtor.sends("Ja", await button(debtor))).json()["messages"]
    assert answer["card"]["until"] == "2027-01-15"


async def test_the_agent_hears_live_that_it_was_decided(
    agent: Grantor, supervisor: Grantor, served: str
) -> None:
    offer = await agent.makes(amount=10_000)
    async with opened(served, Agent(agent.http)) as socket:
        await frame(socket, "ping")
        await supervisor.decides(offer, True)
        heard = await frame(socket, "grant")
    assert heard["conversation"] == agent.debtor.id
