"""Canned replies: in the debtor's language, filled in, and never with a hole."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.clients import ClientBook
from backend.clients.own_replies import OwnReply
from backend.replies.house import house_replies
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import TOKEN, hand_over
from tests.backend.macros.test_holds import hold
from tests.backend.staff.agents import Agent
from tests.backend.staff.test_detail import identified

SPACE = "\u00a0"


@pytest.fixture
async def visitor(http: httpx.AsyncClient, house: Services, agents: list[Agent]) -> Visitor:
    """An identified debtor who waits for a person."""
    waiting = await identified(http, house)
    await hand_over(http, waiting)
    return waiting


async def replies(agent: Agent, visitor: Visitor) -> dict[str, Any]:
    answer = await agent.http.get(f"/api/staff/conversations/{visitor.id}/replies")
    assert answer.status_code == 200, answer.text
    return {item["name"]: item for item in answer.json()["items"]}


async def test_they_are_in_the_debtors_language_with_titles_in_the_agents(
    visitor: Visitor, alm: Agent
) -> None:
    hello = (await replies(alm, visitor))["hello"]
    assert hello["title"] == "Greeting"
    assert hello["text"].startswith("Hej Alva. Jag heter Siri")


async def test_the_figures_are_those_of_the_case_today(visitor: Visitor, lind_only: Agent) -> None:
    shown = await replies(lind_only, visitor)
    assert f"4{SPACE}860,00{SPACE}kr" in shown["balance"]["text"]
    assert "bankgiro 5050-1055" in shown["how_to_pay"]["text"]


async def test_a_reply_whose_value_is_missing_says_what_and_has_no_text(
    visitor: Visitor, lind_only: Agent
) -> None:
    shown = (await replies(lind_only, visitor))["next_instalment"]
    assert (shown["text"], shown["missing"]) == (None, ["en plan som löper"])


async def test_who_is_not_known_gets_nothing_filled_in_from_a_case(
    http: httpx.AsyncClient, lind_only: Agent
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    shown = await replies(lind_only, visitor)
    ready = {name for name, reply in shown.items() if reply["text"] is not None}
    assert ready & {"hello", "balance", "origin", "how_to_pay", "call_us"} == set()
    assert {"identify", "moment", "still_there"} <= ready


async def test_nobody_is_asked_to_identify_twice(visitor: Visitor, lind_only: Agent) -> None:
    assert "identify" not in await replies(lind_only, visitor)


async def test_no_reply_ever_has_a_hole(visitor: Visitor, lind_only: Agent) -> None:
    for reply in (await replies(lind_only, visitor)).values():
        assert (reply["text"] is None) == bool(reply["missing"])
        assert "{" not in (reply["text"] or "")
        assert "None" not in (reply["text"] or "")


async def test_nobody_is_told_how_to_pay_while_the_debtor_may_be_dead(
    visitor: Visitor, lind_only: Agent
) -> None:
    await hold(lind_only, visitor, "death")
    assert (await replies(lind_only, visitor))["how_to_pay"]["text"] is None


async def test_a_rest_with_a_last_day_can_be_told(visitor: Visitor, lind_only: Agent) -> None:
    await hold(lind_only, visitor, "payment_reported")
    assert "9 december 2026" in (await replies(lind_only, visitor))["on_hold"]["text"]


async def test_a_payment_that_has_come_can_be_told(
    http: httpx.AsyncClient, visitor: Visitor, lind_only: Agent
) -> None:
    paid = {"id": "b1", "amount": 86_000, "paid_on": "2026-11-24"}
    await http.post("/api/cases/L-1/payments", json=paid, headers=TOKEN)
    text = (await replies(lind_only, visitor))["payment_seen"]["text"]
    assert f"860,00{SPACE}kr den 24 november" in text
    assert f"4{SPACE}000,00{SPACE}kr" in text


async def test_what_was_paid_is_told_beside_the_parts_so_that_they_add_up(
    http: httpx.AsyncClient, visitor: Visitor, lind_only: Agent
) -> None:
    paid = {"id": "b1", "amount": 86_000, "paid_on": "2026-11-24"}
    await http.post("/api/cases/L-1/payments", json=paid, headers=TOKEN)
    text = (await replies(lind_only, visitor))["balance"]["text"].replace(SPACE, " ")
    assert text.startswith("I dag är du skyldig 4 000,00 kr. Från början var det 4 860,00 kr.")
    assert text.endswith("du har betalat 860,00 kr.")


async def test_a_client_adds_replies_takes_the_place_of_one_and_leaves_one_out(
    app: FastAPI, house: Services, visitor: Visitor, lind_only: Agent
) -> None:
    client = house.clients.get("lind").model_copy(
        update={
            "replies": {
                "moved": OwnReply(
                    title={"sv": "Har flyttat"}, text={"sv": "Skicka datumet, {client}."}
                ),
                "goodbye": OwnReply(text={"sv": "Tack från {client}."}),
                "advice": None,
            }
        }
    )
    app.state.services = replace(house, clients=ClientBook({"lind": client}))
    shown = await replies(lind_only, visitor)
    assert list(shown)[:2] == ["moved", "goodbye"]
    assert (shown["moved"]["text"], shown["moved"]["own"]) == ("Skicka datumet, Lind Energi.", True)
    assert shown["goodbye"]["title"] == "Avslutning"
    assert shown["goodbye"]["text"] == "Tack från Lind Energi."
    assert "advice" not in shown
    assert set(house_replies()) - set(shown) == {"advice", "identify"}


async def test_that_a_case_was_read_for_them_is_written_down(
    visitor: Visitor, lind_only: Agent, house: Services
) -> None:
    await replies(lind_only, visitor)
    async with house.database.transaction() as session:
        [row] = await session.scalars(select(AuditRow).where(AuditRow.act == "case.read"))
    assert row.case_reference == "L-1"
