"""After a change of language what was said last is said again, all of it in the new one."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.changing_language import ChangeLanguage
from tests.actions.conftest import CaseSystem

ENGLISH = {
    "text": "in English please",
    "intent": {"name": "change_language"},
    "entities": [{"entity": "language", "value": "en"}],
    "language": "en",
}
SLOTS = {"client": "se-energi", "case": "SE-1001", "identified": True, "language": "sv"}


def _said(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The messages as Rasa keeps them."""
    kept = []
    for message in messages:
        values = {name: value for name, value in message.items() if name != "response"}
        custom = values.pop("custom", None)
        kept.append(
            {
                "event": "bot",
                "metadata": {"utter_action": message["response"], "said_in": "sv", "unset": values},
                "data": {"custom": custom},
            }
        )
    return kept


async def _change(
    slots: dict[str, Any], events: list[dict[str, Any]], message: dict[str, Any] | None = None
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    tracker = Tracker("c1", slots, message or ENGLISH, events, False, None, {}, None)
    dispatcher = CollectingDispatcher()
    given = await ChangeLanguage().run(dispatcher, tracker, {})
    return dispatcher.messages, {e["name"]: e["value"] for e in given if e["event"] == "slot"}


async def test_hours_are_told_anew_in_the_new_language(case_system: CaseSystem) -> None:
    told = _said([{"response": "opening_hours", "hours": "vardagar 8-16", "open_now": True}])
    messages, remembered = await _change(SLOTS, [{"event": "user"}, *told, {"event": "user"}])
    assert [one["response"] for one in messages] == ["language_changed", "opening_hours"]
    assert all(one["language"] == "en" for one in messages)
    assert "vardagar" not in messages[1]["hours"]
    assert remembered["language"] == "en"


async def test_the_notice_before_a_yes_comes_in_the_new_language(case_system: CaseSystem) -> None:
    terms = {"amount": 50000}
    worded = {"method": "POST", "path": "/api/cases/SE-1001/plan-offers", "json": terms}
    told = _said([{"response": "plan_question", "notice": "Om du säger ja ...", "noticed": True}])
    slots = {**SLOTS, "worded": worded}
    messages, _ = await _change(slots, [{"event": "user"}, *told, {"event": "user"}])
    assert messages[1]["noticed"]
    assert messages[1]["notice"].startswith("If you say yes")


async def test_a_language_that_nobody_here_writes_is_refused_honestly(
    case_system: CaseSystem,
) -> None:
    polish = {**ENGLISH, "entities": [], "language": "sv", "text": "kan vi ta det på polska"}
    messages, remembered = await _change(SLOTS, [{"event": "user"}], polish)
    assert [one["response"] for one in messages] == ["language_which"]
    assert "language" not in remembered
