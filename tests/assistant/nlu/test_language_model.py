"""Telling languages apart, with the conversation so far as a hint."""

from pathlib import Path

import pytest

from assistant.nlu.language_model import LanguageModel

TEXTS = {
    "sv": ["hur mycket är jag skyldig", "jag vill inte betala nu", "kan ni hjälpa mig"] * 3,
    "fi": ["paljonko olen velkaa", "en halua maksaa nyt", "voitteko auttaa minua"] * 3,
}


@pytest.fixture
def model() -> LanguageModel:
    return LanguageModel.train(TEXTS)


@pytest.mark.parametrize(("text", "language"), [("jag är skyldig", "sv"), ("olen velkaa", "fi")])
def test_a_sentence_is_recognised(model: LanguageModel, text: str, language: str) -> None:
    assert model.decide(text, None, 0.95)[0] == language


@pytest.mark.parametrize("text", ["ok", "500", "", "🙂"])
def test_a_word_of_no_language_keeps_the_conversations(model: LanguageModel, text: str) -> None:
    assert model.decide(text, "fi", 0.95)[0] == "fi"
    assert model.decide(text, "sv", 0.95)[0] == "sv"


def test_a_whole_sentence_in_another_language_changes_it(model: LanguageModel) -> None:
    assert model.decide("hur mycket är jag skyldig nu, kan ni hjälpa mig", "fi", 0.95)[0] == "sv"


def test_only_a_language_on_offer_is_decided_for(model: LanguageModel) -> None:
    assert model.decide("olen velkaa", None, 0.95, spoken=["sv"])[0] == "sv"


def test_an_unknown_earlier_language_is_no_hint(model: LanguageModel) -> None:
    assert model.decide("olen velkaa", "xx", 0.95)[0] == "fi"


def test_what_is_saved_decides_the_same(model: LanguageModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    assert LanguageModel.load(tmp_path).decide("olen velkaa", None, 0.9) == model.decide(
        "olen velkaa", None, 0.9
    )


def test_where_one_language_is_taught_every_message_is_in_it() -> None:
    alone = LanguageModel.train({"en": ["how much do I owe", "can I pay later"]})
    assert alone.decide("how much", "en", 0.95) == ("en", 1.0)
