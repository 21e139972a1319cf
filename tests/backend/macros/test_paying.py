"""Payment details at a press."""

import httpx
import pytest

from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import TOKEN, hand_over
from tests.backend.macros.test_holds import hold
from tests.backend.staff.agents import Agent
from tests.backend.staff.test_detail import identified


@pytest.fixture
async def visitor(http: httpx.AsyncClient, house: Services, lind_only: Agent) -> Visitor:
    """An identified debtor whom an agent has."""
    waiting = await identified(http, house)
    await hand_over(http, waiting)
    await lind_only.does(waiting, "take")
    return waiting


async def send(agent: Agent, visitor: Visitor, id: str = "p1") -> httpx.Response:
    return await agent.does(visitor, "payment-details", id=id)


async def test_the_debtor_gets_the_card_that_the_assistant_would_send(
    http: httpx.AsyncClient, visitor: Visitor, lind_only: Agent
) -> None:
    said = (await send(lind_only, visitor)).json()
    assert (said["sender"], said["name"]) == ("agent", "Linnea")
    assert "4\u00a0860,00\u00a0kr" in said["text"]
    payment = (await http.get("/api/cases/L-1/payment", headers=TOKEN)).json()
    for name in ("amount", "currency", "reference", "account", "account_label", "payee", "due"):
        assert said["card"][name] == payment[name], name
    assert said["card"]["type"] == "payment"
    assert (await visitor.reads())["messages"][-1]["card"] == said["card"]


async def test_sending_again_says_it_once(visitor: Visitor, lind_only: Agent) -> None:
    await send(lind_only, visitor)
    before = len(await visitor.transcript())
    assert (await send(lind_only, visitor)).json()["id"] == "p1"
    assert len(await visitor.transcript()) == before


async def test_only_who_has_the_conversation_sends_them(visitor: Visitor, alm: Agent) -> None:
    answer = await send(alm, visitor)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-taken-by-you")


async def test_nobody_is_asked_for_money_while_the_debtor_may_be_dead(
    visitor: Visitor, lind_only: Agent
) -> None:
    await hold(lind_only, visitor, "death")
    answer = await send(lind_only, visitor)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/case-rests")


async def test_where_nothing_is_owed_there_is_nothing_to_send(
    http: httpx.AsyncClient, visitor: Visitor, lind_only: Agent
) -> None:
    paid = {"id": "b1", "amount": 486_000, "paid_on": "2026-11-24"}
    await http.post("/api/cases/L-1/payments", json=paid, headers=TOKEN)
    answer = await send(lind_only, visitor)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/nothing-to-pay")
