"""The first words of a chat, with and without a line of the client's own."""

from typing import Any

import httpx
import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.opening import Welcome
from tests.actions.conftest import CaseSystem

pytestmark = pytest.mark.usefixtures("case_system")


async def said(identified: bool, greeting: str | None, case: str = "SE-1001") -> dict[str, Any]:
    message = {"text": "", "intent": {"name": "open"}, "metadata": {"greeting": greeting}}
    slots = {"identified": identified, "language": "sv", "case": case}
    tracker = Tracker("c", slots, message, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    await Welcome().run(dispatcher, tracker, {})
    (response,) = dispatcher.messages
    return response


@pytest.mark.parametrize(("identified", "text"), [(True, "welcome_identified"), (False, "welcome")])
async def test_a_clients_own_line_is_said_to_everybody(identified: bool, text: str) -> None:
    response = await said(identified, "Bra att du hör av dig.")
    assert (response["response"], response["greeted"]) == (text, "own")
    assert response["greeting"] == "Bra att du hör av dig."


async def test_without_one_the_welcome_is_the_houses() -> None:
    response = await said(False, None)
    assert response["response"] == "welcome"
    assert "greeted" not in response


@pytest.mark.parametrize(("case", "runs"), [("SE-1001", False), ("SE-1002", True)])
async def test_who_has_a_plan_is_offered_what_fits_it(case: str, runs: bool) -> None:
    response = await said(True, None, case)
    assert response.get("plan_runs", False) is runs


async def test_a_welcome_does_without_a_case_that_cannot_be_read(
    case_system: CaseSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: Any) -> None:
        raise httpx.ConnectError("away")

    monkeypatch.setattr(case_system, "handle_async_request", away)
    assert (await said(True, None))["response"] == "welcome_identified"
