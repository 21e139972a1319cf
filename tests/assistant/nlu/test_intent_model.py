"""The classifier on a small task of its own."""

from pathlib import Path

import numpy as np
import pytest

from assistant.nlu.concept_lexicon import ConceptLexicon
from assistant.nlu.intent_model import IntentModel
from assistant.nlu.weighing import Weighing

EXAMPLES = [
    ("hur mycket är jag skyldig", "ask_balance", "sv"),
    ("vad är jag skyldig er", "ask_balance", "sv"),
    ("hur stor är skulden", "ask_balance", "sv"),
    ("jag vill prata med en människa", "request_human", "sv"),
    ("får jag prata med någon människa", "request_human", "sv"),
    ("koppla mig till en människa", "request_human", "sv"),
    ("paljonko olen velkaa", "ask_balance", "fi"),
    ("mitä olen velkaa teille", "ask_balance", "fi"),
    ("haluan puhua ihmiselle", "request_human", "fi"),
    ("saanko puhua jollekin ihmiselle", "request_human", "fi"),
    ("tack och hej då", "goodbye", "sv"),
    ("kiitos ja näkemiin", "goodbye", "fi"),
] * 2

CONCEPTS = ConceptLexicon(
    {
        "sv": {"human_being": ["människ*"], "owe": ["skyldig", "skulden"]},
        "fi": {"human_being": ["ihmis*"], "owe": ["velkaa"]},
        "en": {"human_being": ["living soul"], "owe": ["indebted"]},
    }
)


@pytest.fixture(scope="module")
def model() -> IntentModel:
    texts, intents, languages = zip(*EXAMPLES)
    return IntentModel.train(
        texts, intents, languages, Weighing(CONCEPTS), typo_copies=1, strength=30.0
    )


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("är jag skyldig mycket", "sv", "ask_balance"),
        ("prata med människa", "sv", "request_human"),
        ("prata med manniska", "sv", "request_human"),
        ("olenko velkaa", "fi", "ask_balance"),
        ("puhua ihmisen kanssa", "fi", "request_human"),
    ],
)
def test_an_unseen_message_is_understood(
    model: IntentModel, text: str, language: str, intent: str
) -> None:
    assert model.intents[int(np.argmax(model.probabilities(text, language)))] == intent


def test_probabilities_add_up(model: IntentModel) -> None:
    assert model.probabilities("puhua", "fi").sum() == pytest.approx(1.0, abs=1e-5)


def test_a_message_of_unknown_pieces_still_gets_an_answer(model: IntentModel) -> None:
    assert model.probabilities("🙂", "sv").shape == (3,)


def test_the_shared_block_answers_for_a_language_without_examples(model: IntentModel) -> None:
    assert model.intents[int(np.argmax(model.probabilities("hej då och tack", "xx")))] == "goodbye"


@pytest.mark.parametrize(
    ("text", "intent"), [("a living soul!", "request_human"), ("indebted?", "ask_balance")]
)
def test_an_idea_learnt_in_one_language_holds_in_another(
    model: IntentModel, text: str, intent: str
) -> None:
    assert model.intents[int(np.argmax(model.probabilities(text, "en")))] == intent


def test_what_is_saved_predicts_the_same(model: IntentModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    again = IntentModel.load(tmp_path).probabilities("olen velkaa", "fi")
    assert again == pytest.approx(model.probabilities("olen velkaa", "fi"), abs=0.01)
