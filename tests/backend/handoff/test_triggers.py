"""What the assistant is told of a client's own occasions, and what the person then reads."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.app import create_app
from backend.clients import ClientBook
from backend.handoff.models import Handoff
from backend.handoff.triggers import triggers_that_may_be
from backend.identity.payment_page import make_payment_page_token
from backend.live import Live
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.handoff.test_handing_over import hand_over

RULES: list[dict[str, Any]] = [
    {"when": {"balance": {"over": 4000}, "intents": ["request_plan"]}, "why": "agreed 2026-09"},
    {"when": {"words": {"sv": ["advokat"]}}},
    {"when": {"debtor": "business"}},
]


@pytest.fixture
def house(house: Services) -> Services:
    """The same, where the client wants people on some occasions."""
    lind = house.clients.get("lind").model_copy(update={"hand_over": tuple(RULES)})
    return replace(house, clients=ClientBook({"lind": lind}), also_told=(triggers_that_may_be,))


@pytest.fixture
def app(house: Services, shared: Live) -> FastAPI:
    """The application over it."""
    return create_app(house, shared)


@pytest.fixture
async def known(http: httpx.AsyncClient, house: Services) -> Visitor:
    """Somebody identified who owes 4 860,00."""
    await a_case(house.database, "L-1")
    return await Visitor.arrives(http, token=make_payment_page_token(house.settings, "lind", "L-1"))


def told(rasa: FakeRasa) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rasa.asked[-1]["context"].get("hands_over")
    return found


async def test_the_assistant_is_told_which_may_fit_before_it_reads_the_message(
    known: Visitor, rasa: FakeRasa
) -> None:
    await known.sends("kan jag dela upp det?")
    assert told(rasa) == [{"rule": 0, "intents": ["request_plan"], "said": False}]
    await known.sends("min advokat säger nej")
    assert told(rasa)[1:] == [{"rule": 1, "intents": None, "said": True}]


async def test_of_a_stranger_only_words_are_known(http: httpx.AsyncClient, rasa: FakeRasa) -> None:
    stranger = await Visitor.arrives(http)
    await stranger.sends("hej")
    assert told(rasa) == []
    await stranger.sends("jag har en advokat")
    assert [one["rule"] for one in told(rasa)] == [1]


@pytest.mark.usefixtures("closed_now")
async def test_once_in_a_conversation_is_enough(
    http: httpx.AsyncClient, known: Visitor, rasa: FakeRasa
) -> None:
    await hand_over(http, known, reason="client_rule", facts={"client_rule": 0})
    await known.sends("kan jag dela upp det?")
    assert "hands_over" not in rasa.asked[-1]["context"]


async def test_the_rule_is_kept_as_it_was_with_the_handoff(
    http: httpx.AsyncClient, known: Visitor, house: Services
) -> None:
    await hand_over(http, known, reason="client_rule", facts={"client_rule": 0})
    async with house.database.transaction() as session:
        [handoff] = await all_of(session)
    assert handoff.facts["client_rule"] == RULES[0]


async def test_a_place_that_the_file_has_not_is_kept_as_nothing(
    http: httpx.AsyncClient, known: Visitor, house: Services
) -> None:
    await hand_over(http, known, reason="client_rule", facts={"client_rule": 7})
    async with house.database.transaction() as session:
        [handoff] = await all_of(session)
    assert handoff.facts["client_rule"] is None


async def all_of(session: AsyncSession) -> list[Handoff]:
    return list((await session.scalars(select(Handoff))).all())
