"""What the assistant cannot answer, a person gets to see."""

from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from backend.conversations import turns
from backend.handoff.given_up import reach_a_person
from backend.handoff.repository import current_handoff
from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import Visitor


async def test_a_message_that_is_given_up_reaches_a_person_with_its_words(
    http: httpx.AsyncClient,
    app: FastAPI,
    house: Services,
    rasa: FakeRasa,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app.state.services = replace(house, when_given_up=(reach_a_person,))
    monkeypatch.setattr(turns, "GIVEN_UP_AFTER", timedelta(0))
    visitor = await Visitor.arrives(http)
    rasa.failing = 1
    [line] = await visitor.hears("jag vill tala med någon")
    assert line.startswith("Det där kunde jag inte svara på.")
    async with house.database.transaction() as session:
        handoff = await current_handoff(session, visitor.id)
    assert handoff is not None
    assert (handoff.reason, handoff.wish) == ("technical", "jag vill tala med någon")
