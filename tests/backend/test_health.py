"""What machines ask a process about itself."""

from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa
from tests.backend.conversations.fixtures import (
    Visitor,
    app,
    house,
    http,
    rasa,
    shared,
)
from tests.backend.handoff.test_handing_over import hand_over

__all__ = ["app", "house", "http", "rasa", "shared"]


def sample(measures: str, name: str) -> float:
    """The value of a measure without labels."""
    [line] = [line for line in measures.splitlines() if line.startswith(f"{name} ")]
    return float(line.split()[1])


async def test_what_waits_for_the_assistant_is_measured(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    visitor = await Visitor.arrives(http)
    rasa.failing = 1
    await visitor.hears("hello")
    measures = (await http.get("/metrics")).text
    assert sample(measures, "sovinto_pending_turns") == 1
    assert sample(measures, "sovinto_oldest_pending_turn_seconds") > 0


async def test_nothing_waits_when_all_is_answered(http: httpx.AsyncClient) -> None:
    visitor = await Visitor.arrives(http)
    await visitor.hears("hello")
    measures = (await http.get("/metrics")).text
    assert sample(measures, "sovinto_pending_turns") == 0
    assert sample(measures, "sovinto_oldest_pending_turn_seconds") == 0


@pytest.mark.parametrize("bearer", ["", "Bearer wrong", "Bearer \u00e5"])
async def test_measures_are_shown_to_whoever_has_the_token_and_nobody_else(
    http: httpx.AsyncClient, app: FastAPI, house: Services, bearer: str
) -> None:
    settings = house.settings.model_copy(update={"metrics_token": SecretStr("t" * 32)})
    app.state.services = replace(house, settings=settings)
    headers = {"Authorization": bearer.encode()}
    assert (await http.get("/metrics", headers=headers)).status_code == 404
    allowed = await http.get("/metrics", headers={"Authorization": f"Bearer {'t' * 32}"})
    assert allowed.status_code == 200


async def test_without_a_token_production_shows_no_measures(
    http: httpx.AsyncClient, app: FastAPI, house: Services
) -> None:
    app.state.services = replace(house, settings=house.settings.model_copy(update={"demo": False}))
    assert (await http.get("/metrics")).status_code == 404


async def test_a_process_is_ready_while_database_and_assistant_answer(
    http: httpx.AsyncClient, rasa: FakeRasa
) -> None:
    await rasa.stop()
    answer = await http.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "assistant": "away"})


async def test_conversations_that_wait_for_a_person_are_measured_by_client(
    http: httpx.AsyncClient,
) -> None:
    visitor = await Visitor.arrives(http)
    await hand_over(http, visitor)
    measures = (await http.get("/metrics")).text
    assert 'sovinto_waiting_handoffs{client="lind"} 1.0' in measures
