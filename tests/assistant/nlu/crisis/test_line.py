"""What the line writes on a message, after the classifier has written its own."""

from typing import Any, Dict, List, Optional

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.crisis.lexicon import CrisisLexicon
from assistant.nlu.crisis.line import CrisisLine
from assistant.nlu.crisis.model import CrisisModel

NOTHING: Dict[str, Dict[str, float]] = dict.fromkeys(
    ("folded", "apart", "signs", "signs with words"), {}
)
MODEL = CrisisModel(
    CrisisLexicon({"en": {"despair": ["want to die"], "figures": [], "signs": {}}}),
    rarity={
        **dict.fromkeys(("folded", "apart", "signs", "signs with words"), {}),
        "words": {"tired": 1.0},
    },
    weights={
        **dict.fromkeys(("folded", "apart", "signs", "signs with words"), {}),
        "words": {"tired": 5.5},
    },
    bias=-5.0,
    told=0.95,
    threshold=0.5,
)
HARDSHIP = {"name": "report_hardship", "confidence": 0.7}


def read(
    text: str,
    ranking: Optional[List[Dict[str, Any]]] = None,
    entities: Optional[List[Dict[str, Any]]] = None,
) -> Message:
    line = CrisisLine(CrisisLine.get_default_config(), None, None, MODEL)
    ranking = ranking or [HARDSHIP, {"name": "thank", "confidence": 0.3}]
    data = {"text": text, "language": "en", "intent": ranking[0], "intent_ranking": ranking}
    return line.process([Message({**data, "entities": entities or []})])[0]


def test_a_raised_line_overrules_the_classifier() -> None:
    message = read("I want to die")
    assert message.get("intent") == {"name": "express_crisis", "confidence": 0.95}
    assert message.get("intent_ranking")[0] == message.get("intent")
    assert message.get("intent_ranking")[1]["name"] == "report_hardship"
    assert message.get("crisis") == {"raised": True, "probability": 0.95}


def test_other_messages_keep_what_the_classifier_found() -> None:
    message = read("I cannot pay")
    assert message.get("intent") == HARDSHIP
    assert message.get("crisis")["raised"] is False


def test_what_the_classifier_itself_takes_for_a_crisis_holds() -> None:
    own = {"name": "express_crisis", "confidence": 0.6}
    message = read("no way out", [own, HARDSHIP])
    assert message.get("intent") == own
    assert message.get("crisis")["raised"] is True


def test_danger_that_is_only_likely_overrules_a_classifier_that_doubts() -> None:
    message = read("I am so tired")
    assert message.get("crisis")["raised"] is True
    assert message.get("crisis")["probability"] == pytest.approx(0.62, abs=0.01)


def test_danger_that_is_only_likely_leaves_a_certain_classifier_alone() -> None:
    certain = {"name": "request_human", "confidence": 0.97}
    message = read("I am so tired", [certain])
    assert message.get("intent") == certain
    assert message.get("crisis")["raised"] is False


def test_a_phrase_of_despair_overrules_a_certain_classifier() -> None:
    message = read("I want to die", [{"name": "request_human", "confidence": 0.99}])
    assert message.get("intent")["name"] == "express_crisis"


def test_the_end_of_a_long_message_counts() -> None:
    assert read("a long story " * 500 + "and I want to die").get("crisis")["raised"] is True


def test_a_mere_value_raises_nothing() -> None:
    value = [{"entity": "amount", "start": 0, "end": 3}]
    message = read("500", entities=value)
    assert message.get("crisis") == {"raised": False, "probability": 0.0}


@pytest.mark.parametrize("text", ["ok", "", "🙂", "500"])
def test_short_messages_raise_nothing(text: str) -> None:
    assert read(text).get("crisis")["raised"] is False
