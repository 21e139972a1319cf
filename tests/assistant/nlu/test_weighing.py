"""One message alone and many at once are weighed alike."""

import numpy as np
import pytest

from assistant.nlu.concept_lexicon import ConceptLexicon
from assistant.nlu.weighing import Weighing

TEXTS = [
    "hur mycket är jag skyldig",
    "hur mycket 500 500",
    "paljonko olen velkaa",
    "olen, olen velkaa",
]
LANGUAGES = ["sv", "sv", "fi", "fi"]
CONCEPTS = ConceptLexicon({"sv": {"owe": ["skyldig"]}, "fi": {"owe": ["velkaa"]}})


@pytest.fixture
def weighing() -> Weighing:
    weighing = Weighing(CONCEPTS)
    weighing.learn(TEXTS, LANGUAGES)
    return weighing


@pytest.mark.parametrize("text", [*TEXTS, "mycket velkaa", "🙂", ""])
@pytest.mark.parametrize("language", ["sv", "fi", "xx"])
def test_a_message_alone_weighs_what_it_weighs_among_many(
    weighing: Weighing, text: str, language: str
) -> None:
    alone = np.zeros(len(weighing.vocabulary))
    for row, value in weighing.weighted(text, language):
        alone[row] += value
    among_many = weighing.rows([TEXTS[0], text], [LANGUAGES[0], language]).toarray()[1]
    assert among_many == pytest.approx(alone, abs=1e-5)


def test_what_was_learnt_from_weighs_the_same_when_it_comes_again() -> None:
    weighing = Weighing(CONCEPTS)
    learnt = weighing.learn(TEXTS, LANGUAGES).toarray()
    assert weighing.rows(TEXTS, LANGUAGES).toarray() == pytest.approx(learnt, abs=1e-6)


def test_a_feature_of_one_example_alone_is_left_out(weighing: Weighing) -> None:
    assert "*words:mycket" in weighing.vocabulary
    assert "*words:paljonko" not in weighing.vocabulary


def test_an_idea_is_one_feature_for_all_languages(weighing: Weighing) -> None:
    assert "concepts:owe" in weighing.vocabulary
