"""A yes to an offer, which binds: one that was only half understood agrees to nothing."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.deciding import Affirm
from tests.actions.conftest import CaseSystem

PENDING = {"about": "offer", "offer": "o1"}


async def _said(
    sure: bool, pending: dict[str, Any] = PENDING
) -> tuple[list[dict[str, Any]], list[Any]]:
    intent = {"name": "affirm", "confidence": 0.7}
    message = {"text": "?", "message_id": "m1", "intent": intent, "entities": [], "sure": sure}
    slots = {"identified": True, "case": "IS-1001", "language": "is", "pending": pending}
    tracker = Tracker("c1", slots, message, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    events = await Affirm().run(dispatcher, tracker, {})
    return dispatcher.messages, events


async def test_a_yes_that_is_not_sure_is_asked_about_with_the_offers_own_button():
    ((message,), events) = await _said(sure=False)
    assert message["response"] == "yes_to_what"
    assert message["choices"][0] == {"button": "accept_offer", "entities": {"offer": "o1"}}
    [pending] = [event["value"] for event in events if event.get("name") == "pending"]
    assert pending == {**PENDING, "unsure": True}


async def test_the_second_yes_that_is_not_sure_goes_to_a_person(case_system: CaseSystem):
    messages, _ = await _said(sure=False, pending={**PENDING, "unsure": True})
    assert [message["response"] for message in messages] == ["uncertain", "handoff_queue"]
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["uncertain"]
