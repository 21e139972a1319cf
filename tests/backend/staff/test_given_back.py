"""The assistant is told that a person has given the conversation back, until it has spoken again."""

from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI

from backend.app import create_app
from backend.handoff.given_back import whether_given_back
from backend.live import Live
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor
from tests.backend.handoff.test_handing_over import hand_over
from tests.backend.staff.agents import Agent


@pytest.fixture
def house(house: Services) -> Services:
    """The same, where it is told."""
    return replace(house, also_told=(whether_given_back,))


@pytest.fixture
def app(house: Services, shared: Live) -> FastAPI:
    """The application over it."""
    return create_app(house, shared)


def told(rasa: FakeRasa) -> bool | None:
    found: bool | None = rasa.asked[-1]["context"].get("given_back")
    return found


async def test_it_is_told_until_it_has_answered(
    http: httpx.AsyncClient, alm: Agent, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.sends("hej")
    assert told(rasa) is None
    await hand_over(http, visitor)
    await alm.does(visitor, "take")
    await alm.says(visitor, "Hej!")
    await alm.does(visitor, "return")
    await visitor.sends("var var vi?")
    assert told(rasa) is True
    await visitor.sends("och nu?")
    assert told(rasa) is None


async def test_who_left_the_queue_by_themselves_had_no_person(
    http: httpx.AsyncClient, rasa: FakeRasa, house: Services
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    await visitor.sends("tillbaka")
    await visitor.sends("var var vi?")
    assert told(rasa) is None
