"""What is asked back when a message could not be taken for one thing."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.understanding import Misunderstood

MISSED = {"event": "action", "name": "action_misunderstood"}
#: As in config.yml.
PLAUSIBLE = 0.2
Ranking = list[tuple[str, float]]


async def _asked_back(ranking: Ranking, misses: int = 1, form: str | None = None) -> dict[str, Any]:
    found = [{"name": name, "confidence": share} for name, share in ranking]
    unknown = {"name": "nlu_fallback", "confidence": 0.38}
    message = {
        "text": "?",
        "intent": unknown,
        "intent_ranking": [unknown, *found],
        "plausible": [name for name, share in ranking if share >= PLAUSIBLE],
        "entities": [],
    }
    events = [event for _ in range(misses - 1) for event in ({"event": "user"}, MISSED)]
    loop = {"name": form} if form else None
    slots = {"identified": False, "language": "en"}
    tracker = Tracker("c1", slots, message, [*events, {"event": "user"}], False, None, loop, None)
    dispatcher = CollectingDispatcher()
    await Misunderstood().run(dispatcher, tracker, {})
    return dict(dispatcher.messages[0])


@pytest.mark.parametrize(
    ("ranking", "offered"),
    [
        ([("ask_balance", 0.35), ("ask_breakdown", 0.33)], ["ask_balance", "ask_breakdown"]),
        ([("ask_balance", 0.35), ("ask_breakdown", 0.1)], ["ask_balance"]),
        ([("chitchat", 0.36), ("request_plan", 0.3)], ["request_plan"]),
    ],
)
async def test_what_a_message_may_well_have_meant_is_offered_at_once(
    ranking: Ranking, offered: list[str]
) -> None:
    asked = await _asked_back(ranking)
    assert (asked["response"], asked["choices"]) == ("did_you_mean", [*offered, "person"])


async def test_where_nothing_is_likely_other_words_are_asked_for() -> None:
    asked = await _asked_back([("ask_balance", 0.1), ("request_plan", 0.09)])
    assert asked["response"] == "rephrase"


async def test_in_a_form_its_own_question_comes_first() -> None:
    asked = await _asked_back([("ask_balance", 0.35), ("request_plan", 0.3)], form="plan_form")
    assert asked["response"] == "rephrase"


async def test_the_second_time_the_usual_choices_come() -> None:
    asked = await _asked_back([("ask_how_to_pay", 0.3)], misses=2)
    assert asked["response"] == "choose"
    assert asked["choices"] == ["ask_how_to_pay", "ask_balance", "person"]
