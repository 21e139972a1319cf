"""A change of mind with nothing going on is about what was agreed, and is never said to be done."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.deciding import Affirm, Cancel
from actions.dialogue_action import DialogueAction
from tests.actions.conftest import CaseSystem

CASE = "SE-1001"
UNTIL = "2026-12-01"


async def test_a_day_that_was_agreed_stands_and_a_person_may_take_it_back(
    case_system: CaseSystem,  # noqa: F811
):
    (agreed,) = await _said(Affirm(), "affirm", {"about": "deferral", "until": UNTIL})
    assert agreed["response"] == "deferral_agreed"
    (stands,) = await _said(Cancel(), "cancel", {"about": "done"})
    assert (stands["response"], stands["until"]) == ("deferral_stands", agreed["until"])


async def test_a_question_that_was_open_is_dropped_and_the_agreed_day_is_not_spoken_of(
    case_system: CaseSystem,  # noqa: F811
):
    await _said(Affirm(), "affirm", {"about": "deferral", "until": UNTIL})
    (dropped,) = await _said(Cancel(), "cancel", {"about": "dispute", "text": "?"})
    assert dropped["response"] == "cancelled"


async def _said(
    action: DialogueAction, intent: str, pending: dict[str, Any]
) -> list[dict[str, Any]]:
    message = {
        "text": "?",
        "message_id": "m1",
        "intent": {"name": intent, "confidence": 1.0},
        "entities": [],
        "sure": True,
    }
    slots = {"identified": True, "case": CASE, "language": "sv", "pending": pending}
    tracker = Tracker("c1", slots, message, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    await action.run(dispatcher, tracker, {})
    return dispatcher.messages
