"""The first words of a chat, with and without a line of the client's own."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.opening import Welcome


async def said(identified: bool, greeting: str | None) -> dict[str, Any]:
    message = {"text": "", "intent": {"name": "open"}, "metadata": {"greeting": greeting}}
    slots = {"identified": identified, "language": "sv"}
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
