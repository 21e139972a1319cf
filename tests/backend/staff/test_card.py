"""The card that an agent opens: what the backend knows, and what the dialogue had found out."""

from dataclasses import replace
from datetime import date
from typing import Any

import httpx
from fastapi import FastAPI

from backend.agreements.models import Deferral
from backend.cases.kinds import CaseStatus
from backend.cases.repository import get_case
from backend.clients import ClientBook
from backend.conversations.models import Conversation, Message
from backend.conversations.repository import Line, append
from backend.services import Services
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import TOKEN, hand_over
from tests.backend.staff.agents import Agent
from tests.backend.staff.test_detail import identified

PLAN_CARD = {
    "type": "plan",
    "status": "offered",
    "instalment": 40_500,
    "instalments": 12,
    "total": 486_000,
    "currency": "SEK",
    "schedule": [{"due": "2026-12-28", "amount": 40_500}],
}


async def card_of(agent: Agent, visitor: Visitor) -> dict[str, Any]:
    answer = await agent.reads(visitor)
    assert answer.status_code == 200, answer.text
    card: dict[str, Any] = answer.json()["card"]
    return card


async def test_of_a_stranger_it_says_no_more_than_that(http: httpx.AsyncClient, alm: Agent) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    card = await card_of(alm, visitor)
    assert (card["who"]["identified_by"], card["who"]["name"]) == (None, None)
    assert (card["cases"], card["proposals"], card["agreed"]["plan"]) == ([], [], None)
    assert [step["step"] for step in card["steps"]["allowed"]] == ["identify"]


async def test_it_says_who_it_is_and_what_each_case_comes_to_today(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    await a_case(house.database, "L-2")
    async with house.database.transaction() as session:
        first, second = await get_case(session, "L-1"), await get_case(session, "L-2")
        second.debtor_id, second.status = first.debtor_id, CaseStatus.ENFORCEMENT
    await hand_over(http, visitor)
    card = await card_of(lind_only, visitor)
    who = card["who"]
    assert (who["name"], who["identified_by"]) == ("Alva Sparv", "payment_page")
    assert not who["identified_meanwhile"]
    told = [(one["reference"], one["here"], one["status"], one["balance"]) for one in card["cases"]]
    assert told == [("L-1", True, "open", 486_000), ("L-2", False, "enforcement", 486_000)]


async def test_a_proposal_stands_with_the_offer_that_was_shown_and_the_rule_that_said_no(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    path = "/api/cases/L-1/plan-offers"
    asked = await http.post(path, json={"amount": 10_000}, headers=TOKEN)
    assert asked.json()["outcome"] == "counter"
    async with house.database.transaction() as session:
        await append(session, visitor.id, [Line("assistant", "Så här:", card=PLAN_CARD)])
    await hand_over(http, visitor, reason="rules")
    [proposal] = (await card_of(lind_only, visitor))["proposals"]
    assert proposal["terms"] == {"amount": 10_000}
    assert proposal["refused_by"][0]["rule"] == "instalment_at_least"
    assert "300,00" in proposal["refused_by"][0]["text"]
    assert (proposal["shown"]["instalments"], proposal["shown"]["instalment"]) == (12, 40_500)
    assert proposal["shown"]["first_due"] == "2026-12-28"


async def test_what_was_proposed_in_an_earlier_conversation_is_not_told_as_of_now(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    await a_case(house.database, "L-1")
    await http.post("/api/cases/L-1/plan-offers", json={"amount": 10_000}, headers=TOKEN)
    visitor = await Visitor.arrives(http)
    async with house.database.transaction() as session:
        (await session.get_one(Conversation, visitor.id)).case_reference = "L-1"
    await hand_over(http, visitor)
    assert (await card_of(lind_only, visitor))["proposals"] == []


async def test_the_next_steps_are_those_of_the_clients_rules(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    await hand_over(http, visitor)
    steps = {one["step"]: one for one in (await card_of(lind_only, visitor))["steps"]["allowed"]}
    assert set(steps) == {"pay", "plan", "deferral"}
    assert steps["pay"]["amount"] == 486_000
    assert (steps["plan"]["instalments"], steps["plan"]["amount"]) == (12, 40_500)
    deferral = (await http.get("/api/cases/L-1/deferral", headers=TOKEN)).json()
    assert steps["deferral"]["until"] == deferral["latest"]


async def test_a_case_that_is_stopped_allows_nothing_and_says_by_which_rule(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    async with house.database.transaction() as session:
        (await get_case(session, "L-1")).stops = ["disputed"]
    await hand_over(http, visitor, reason="dispute")
    steps = (await card_of(lind_only, visitor))["steps"]
    assert steps["allowed"] == []
    assert [one["rule"] for one in steps["barred_by"]] == ["disputed"]


async def test_what_is_agreed_and_why_the_case_rests_is_there(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    async with house.database.transaction() as session:
        until = date(2026, 12, 18)
        session.add(
            Deferral(id="d", case_reference="L-1", granted_on=date(2026, 11, 25), until=until)
        )
    hold = {"reason": "payment_reported", "note": "-"}
    await http.post("/api/cases/L-1/holds", json=hold, headers=TOKEN)
    await hand_over(http, visitor)
    agreed = (await card_of(lind_only, visitor))["agreed"]
    assert agreed["deferred_until"] == "2026-12-18"
    assert [one["reason"] for one in agreed["rests"]] == ["payment_reported"]


async def test_what_the_dialogue_found_out_is_kept_when_it_is_handed_over_once_more(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    await hand_over(http, visitor, facts={"doing": "plan_form", "asked": "amount", "plain": True})
    await hand_over(http, visitor, facts={"doing": None, "known_phone": "0701234567"})
    card = await card_of(lind_only, visitor)
    assert card["flow"] == {"doing": "plan", "waits_for": "terms"}
    assert card["spoken"] == {"language": "sv", "plain": True}
    assert card["who"]["phone"] == "0701234567"


async def test_the_other_things_that_wait_for_a_person_are_named(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    await hand_over(http, visitor, reason="document")
    await hand_over(http, visitor, reason="crisis")
    why = (await card_of(lind_only, visitor))["why"]
    assert why["reason"] == "crisis"
    assert [one["reason"] for one in why["also"]] == ["document"]


async def test_plainer_words_that_were_taken_back_are_no_wish(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    await visitor.sends("enklare, tack", id="m-plain")
    async with house.database.transaction() as session:
        said = await session.get_one(Message, (visitor.id, "m-plain"))
        said.understood = {"intent": "help", "entities": [{"entity": "plain", "value": "off"}]}
    await hand_over(http, visitor, facts={"plain": True})
    assert (await card_of(lind_only, visitor))["spoken"]["plain"] is False


async def test_a_clients_own_rule_is_told_in_words_as_it_was(
    app: FastAPI, http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    rule = {"when": {"balance": {"over": 4000}, "intents": ["request_plan"]}, "why": "avtalat"}
    lind = house.clients.get("lind")
    changed = lind.model_copy(update={"hand_over": (rule,)})
    app.state.services = replace(house, clients=ClientBook({"lind": changed}))
    visitor = await identified(http, house)
    await hand_over(http, visitor, reason="client_rule", facts={"client_rule": 0})
    app.state.services = replace(house, clients=ClientBook({"lind": lind}))
    told = (await card_of(lind_only, visitor))["why"]["rule"]
    assert told["text"].replace("\N{NO-BREAK SPACE}", " ") == "Över 4 000,00 kr"
    assert (told["intents"], told["why"]) == (["request_plan"], "avtalat")


async def test_after_a_word_of_despair_no_step_is_about_money(
    http: httpx.AsyncClient, lind_only: Agent, house: Services
) -> None:
    visitor = await identified(http, house)
    await hand_over(http, visitor, reason="crisis")
    card = await card_of(lind_only, visitor)
    assert [step["step"] for step in card["steps"]["allowed"]] == ["care_first"]
    assert [flag["kind"] for flag in card["care"]] == ["crisis"]
