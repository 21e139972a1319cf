"""A conversation that is taken up after a pause, and the welcome of somebody who was here before."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.opening import ComeBack, Welcome
from actions.dialogue_action import DialogueAction
from tests.actions.conftest import CaseSystem, written

LANGUAGES = ("sv", "nb", "da", "fi", "is", "en")
OFFER = {
    "instalment": 50_000,
    "instalments": 9,
    "total": 486_000,
    "currency": "SEK",
    "schedule": [{"due": f"2027-0{month}-25", "amount": 54_000} for month in range(1, 10)],
}
Heard = tuple[list[dict[str, Any]], dict[str, Any]]


async def heard(
    action: DialogueAction,
    case: str | None,
    *,
    form: str | None = None,
    language: str = "sv",
    said: dict[str, Any] | None = None,
    **slots: Any,
) -> Heard:
    """The messages, each as it is written, and the slots that were set."""
    known = {"identified": case is not None, "case": case, "language": language, **slots}
    found = [{"entity": name, "value": value} for name, value in (said or {}).items()]
    message = {"text": "", "message_id": "m1", "intent": {"name": "come_back"}, "entities": found}
    loop = {"name": form} if form else {}
    dispatcher = CollectingDispatcher()
    tracker = Tracker("c1", known, message, [], False, None, loop, "action_listen")
    events = await action.run(dispatcher, tracker, {})
    for one in dispatcher.messages:
        written(one, language, case or "SE-1001")
    return dispatcher.messages, {e["name"]: e["value"] for e in events if e["event"] == "slot"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_plan_that_was_talked_about_is_asked_about_with_its_sum(
    case_system: CaseSystem, language: str
) -> None:
    terms, outcome = {"amount": 50_000}, {"outcome": "offer", "offers": [OFFER]}
    ((asked,), kept) = await heard(
        ComeBack(),
        "SE-1001",
        form="plan_form",
        language=language,
        plan_terms=terms,
        plan_outcome=outcome,
    )
    assert "500,00 kr" in written(asked, language)
    assert asked["choices"] == ["go_on", "start_anew", "person"]
    assert (kept["pending"]["about"], kept["pending"]["terms"]) == ("resume", terms)
    assert kept["plan_outcome"] is None  # an offer of yesterday is no offer


async def test_before_any_sum_only_the_splitting_is_spoken_of(case_system: CaseSystem) -> None:
    ((asked,), kept) = await heard(ComeBack(), "SE-1001", form="plan_form")
    assert not any(character.isdigit() for character in written(asked, "sv"))
    assert kept["pending"]["terms"] is None


async def test_before_a_message_nothing_is_said_and_the_question_stands(
    case_system: CaseSystem,
) -> None:
    (messages, kept) = await heard(ComeBack(), "SE-1001", form="plan_form", said={"quietly": True})
    assert messages == []
    assert kept["pending"]["about"] == "resume"


async def test_a_question_of_yesterday_about_something_else_is_dropped(
    case_system: CaseSystem,
) -> None:
    pending = {"about": "dispute", "text": "fel"}
    (messages, kept) = await heard(ComeBack(), "SE-1001", pending=pending)
    assert [one["response"] for one in messages] == ["welcome_back", "balance"]
    assert kept["pending"] is None


async def test_who_did_not_answer_whether_to_go_on_is_asked_again(case_system: CaseSystem) -> None:
    (_, kept) = await heard(ComeBack(), "SE-1001", form="plan_form")
    ((asked,), again) = await heard(ComeBack(), "SE-1001", pending=kept["pending"])
    assert asked["response"] == "plan_left_off"
    assert again["pending"] == kept["pending"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("case", "stands"),
    [
        ("SE-1001", "balance"),
        ("SE-1002", "stands_plan"),
        ("SE-1004", "nothing_owed"),
        ("SE-1005", "stands_disputed"),
    ],
)
async def test_what_stands_now_comes_from_the_case(
    case_system: CaseSystem, language: str, case: str, stands: str
) -> None:
    (messages, _) = await heard(ComeBack(), case, language=language)
    assert [one["response"] for one in messages] == ["welcome_back", stands]
    (messages, _) = await heard(Welcome(), case, language=language, said={"seen_before": True})
    assert [one["response"] for one in messages] == ["welcome_again", stands]


async def test_what_has_happened_meanwhile_goes_before_a_plan_that_was_talked_about(
    case_system: CaseSystem,
) -> None:
    (messages, kept) = await heard(ComeBack(), "SE-1005", form="plan_form")
    assert [one["response"] for one in messages] == ["welcome_back", "stands_disputed"]
    assert kept["pending"] is None


async def test_a_stranger_hears_nothing_of_any_case() -> None:
    ((said,), _) = await heard(ComeBack(), None)
    assert said["response"] == "greet"


async def test_after_a_word_of_despair_no_plan_is_taken_up(case_system: CaseSystem) -> None:
    helplines = {"name": "-", "phone": "-", "emergency": "112"}
    ((said,), kept) = await heard(
        ComeBack(), "SE-1001", pending={"about": "resume"}, calm="first", helplines=helplines
    )
    assert said["response"] == "calm_here"
    assert kept["pending"] is None
