"""The question whether a plan is agreed, when the answer was only half understood."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.plan.asking import AskPlanDecision

OFFER: dict[str, Any] = {
    "id": "o1",
    "instalment": 40_500,
    "instalments": 2,
    "total": 81_000,
    "currency": "SEK",
    "schedule": [
        {"due": "2026-12-25", "amount": 40_500},
        {"due": "2027-01-25", "amount": 40_500},
    ],
}


async def test_a_yes_that_was_not_sure_is_asked_for_again_and_shortly():
    outcome = {"outcome": "offer", "offers": [OFFER], "reasons": []}
    slots = {"identified": True, "case": "SE-1001", "language": "sv", "plan_outcome": outcome}
    message = {"text": "?", "message_id": "m1", "intent": {"name": "affirm"}, "entities": []}
    tracker = Tracker("c1", {**slots, "asked": "unsure"}, message, [], False, None, {}, "")
    dispatcher = CollectingDispatcher()
    await AskPlanDecision().run(dispatcher, tracker, {})
    (said,) = dispatcher.messages
    assert said["response"] == "plan_back"
    assert said["choices"][0] == {"button": "accept_offer", "entities": {"offer": "o1"}}
