"""What is said to somebody whom a person has given back to the assistant."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers.answering import AnswerQuestion
from actions.conversation.repeating import Repeat
from actions.conversation.understanding import Misunderstood
from actions.dialogue_action import DialogueAction
from tests.actions.conftest import CaseSystem, written

LANGUAGES = ("sv", "nb", "da", "fi", "is", "en")
STANDING = {"wait": "next", "place": 1, "reference": "H-1"}
A_PERSON_COMES = [
    {"event": "user"},
    {
        "event": "bot",
        "metadata": {"utter_action": "handoff_queue", "said_in": "sv", **STANDING},
    },
]
ASKS: list[tuple[DialogueAction, str]] = [
    (Repeat(), "repeat"),
    (AnswerQuestion(), "greet"),
    (AnswerQuestion(), "help"),
    (Misunderstood(), "nlu_fallback"),
]
NAMES = ["where were we", "hello", "what can you do", "what nobody understands"]


async def heard(
    action: DialogueAction, intent: str, case: str | None, *, language: str = "sv", **told: Any
) -> list[str]:
    """The names of the texts; each is written in the language."""
    metadata = {"given_back": told.get("given_back", True)}
    message = {"text": "?", "intent": {"name": intent}, "entities": [], "metadata": metadata}
    slots = {"identified": case is not None, "case": case, "language": language}
    slots |= {"calm": told.get("calm"), "helplines": {"name": "-", "phone": "-", "emergency": "-"}}
    events = [*A_PERSON_COMES, {"event": "user"}]
    form = {"name": told["form"]} if "form" in told else None
    tracker = Tracker("c1", slots, message, events, False, None, form, None)
    dispatcher = CollectingDispatcher()
    await action.run(dispatcher, tracker, {})
    for one in dispatcher.messages:
        written(one, language, case or "SE-1001")
    return [one["response"] for one in dispatcher.messages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("action", "intent"), ASKS, ids=NAMES)
async def test_the_assistant_has_it_again_and_tells_how_things_stand(
    case_system: CaseSystem, action: DialogueAction, intent: str, language: str
) -> None:
    told = await heard(action, intent, "SE-1001", language=language)
    assert told == ["with_me_again", "balance"]
    assert await heard(action, intent, "SE-1002", language=language) == [
        "with_me_again",
        "stands_plan",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("action", "intent"), ASKS, ids=NAMES)
async def test_a_stranger_hears_of_no_case(
    case_system: CaseSystem, action: DialogueAction, intent: str, language: str
) -> None:
    assert await heard(action, intent, None, language=language) == ["with_me_again"]


async def test_a_form_that_is_open_asks_its_question_itself(case_system: CaseSystem) -> None:
    assert await heard(Repeat(), "repeat", "SE-1001", form="plan_form") == ["with_me_again"]


async def test_after_a_word_of_despair_no_sum_is_named(case_system: CaseSystem) -> None:
    told = await heard(Repeat(), "repeat", "SE-1001", calm="first")
    assert told == ["with_me_again", "calm_here"]


async def test_while_a_person_still_comes_that_is_said_again(case_system: CaseSystem) -> None:
    told = await heard(Repeat(), "repeat", "SE-1001", given_back=None)
    assert told == ["handoff_queue"]
