"""The more is at stake, the surer a meaning has to be."""

from typing import Any, Dict, List

import pytest

from assistant import rasa_patches

rasa_patches.leave_tensorflow_out()
rasa_patches.apply()

from rasa.shared.nlu.training_data.message import Message  # noqa: E402

from assistant.nlu.certainty import CertaintyByRisk  # noqa: E402

CONFIG = {
    **CertaintyByRisk.get_default_config(),
    "threshold": 0.4,
    "ambiguity_threshold": 0.05,
    "alike": [["request_plan", "ask_fees"]],
    "by_risk": {"small_talk": {"at_least": 0.5, "intents": ["chitchat"]}},
}


def _after(intent: str, confidence: float, second: float = 0.0, **metadata: Any) -> Dict[str, Any]:
    ranking = [
        {"name": intent, "confidence": confidence},
        {"name": "ask_fees", "confidence": second},
    ]
    message = Message({"text": "?", "intent": ranking[0], "intent_ranking": ranking})
    message.set("metadata", metadata)
    CertaintyByRisk(CONFIG).process([message])
    return dict(message.data)


@pytest.mark.parametrize(
    ("intent", "confidence", "second", "understood"),
    [
        ("ask_balance", 0.45, 0.2, "ask_balance"),
        ("ask_balance", 0.39, 0.2, "nlu_fallback"),
        ("ask_balance", 0.45, 0.42, "nlu_fallback"),
        ("chitchat", 0.45, 0.1, "nlu_fallback"),
        ("chitchat", 0.55, 0.1, "chitchat"),
    ],
)
def test_a_meaning_below_what_its_kind_needs_is_taken_back(
    intent: str, confidence: float, second: float, understood: str
) -> None:
    assert _after(intent, confidence, second)["intent"]["name"] == understood


@pytest.mark.parametrize(
    ("confidence", "second", "understood"),
    [
        (0.48, 0.48, "request_plan"),
        (0.30, 0.28, "request_plan"),
        (0.20, 0.18, "nlu_fallback"),
    ],
)
def test_two_meanings_that_lead_to_the_same_count_together(
    confidence: float, second: float, understood: str
) -> None:
    assert _after("request_plan", confidence, second)["intent"]["name"] == understood


def test_nobody_is_asked_which_of_two_meanings_that_lead_to_the_same() -> None:
    assert _after("request_plan", 0.35, 0.3)["plausible"] == ["request_plan"]


def test_what_was_likely_stays_in_the_ranking() -> None:
    names = [found["name"] for found in _after("ask_balance", 0.3)["intent_ranking"]]
    assert names == ["nlu_fallback", "ask_balance", "ask_fees"]


@pytest.mark.parametrize(("confidence", "sure"), [(0.89, False), (0.9, True), (1.0, True)])
def test_only_what_is_nearly_certain_may_bind(confidence: float, sure: bool) -> None:
    assert _after("affirm", confidence)["sure"] is sure


def test_what_is_typed_like_a_command_binds_nobody() -> None:
    assert _after("affirm", 1.0, typed_command=True)["sure"] is False


@pytest.mark.parametrize(
    ("first", "second", "plausible"),
    [(0.35, 0.3, ["ask_balance", "ask_fees"]), (0.35, 0.19, ["ask_balance"]), (0.1, 0.1, [])],
)
def test_what_a_message_may_well_have_meant_is_named(
    first: float, second: float, plausible: List[str]
) -> None:
    assert _after("ask_balance", first, second)["plausible"] == plausible
