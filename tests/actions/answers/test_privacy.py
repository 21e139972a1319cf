"""A copy of what is kept can be had at once; what is to be corrected or erased is for a person."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers.answering import AnswerQuestion
from tests.actions.conftest import CaseSystem, written

LANGUAGES = ("sv", "nb", "da", "fi", "is", "en")
TOLD = {
    "event": "bot",
    "metadata": {"utter_action": "privacy_identified", "said_in": "sv", "site": "-"},
}
Heard = tuple[list[dict[str, Any]], dict[str, Any]]


async def heard(language: str = "sv", *before: dict[str, Any], **entities: str) -> Heard:
    """The messages, each as it is written, and the slots that were set."""
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    message = {"text": "?", "message_id": "m1", "intent": {"name": "ask_privacy"}}
    slots = {"identified": True, "case": "SE-1001", "client": "se-energi", "language": language}
    events = [*before, {"event": "user"}]
    tracker = Tracker("c1", slots, {**message, "entities": found}, events, False, None, {}, "")
    dispatcher = CollectingDispatcher()
    given = await AnswerQuestion().run(dispatcher, tracker, {})
    for one in dispatcher.messages:
        written(one, language)
    return dispatcher.messages, {e["name"]: e["value"] for e in given if e["event"] == "slot"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_button_gets_a_person(case_system: CaseSystem, language: str) -> None:
    told, _ = await heard(language, other="correction")
    assert [one["response"] for one in told] == ["privacy_correction", "handoff_queue"]
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["privacy"]


async def test_a_mere_question_gets_none(case_system: CaseSystem) -> None:
    [answer], _ = await heard()
    assert answer["response"] == "privacy_identified"
    assert answer["custom"] == {"card": {"type": "export"}}
    assert case_system.handoffs == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_again_is_asked_whether_a_person_is_to_see_to_it(
    case_system: CaseSystem, language: str
) -> None:
    [asked], kept = await heard(language, {"event": "user"}, TOLD)
    assert asked["response"] == "privacy_person"
    assert (kept["pending"]["about"], kept["pending"]["reason"]) == ("handoff", "privacy")
    assert case_system.handoffs == []
