"""The crisis line on a small task of its own."""

import random
from pathlib import Path

import pytest

from assistant.nlu.crisis.lexicon import CrisisLexicon
from assistant.nlu.crisis.model import CrisisModel
from assistant.nlu.crisis.training import Aims, train

LEXICON = CrisisLexicon(
    {
        "en": {
            "despair": ["want to die"],
            "figures": ["dying to know"],
            "signs": {"death": ["die", "dying"], "gone": ["gone", "disappear"]},
        }
    }
)
IN_DANGER = [
    "I want to be gone for ever",
    "let me disappear from this life",
    "soon I am gone and nobody will care",
    "life is over, I will disappear",
    "nobody will miss me when I am gone",
]
OTHERS = [
    "how much do I owe",
    "the money is gone until payday",
    "can I pay in parts",
    "I lost my job and cannot pay",
    "will the payment remark disappear",
    "my phone is dying, one moment",
]


@pytest.fixture(scope="module")
def model() -> CrisisModel:
    texts = [*IN_DANGER, *OTHERS] * 8
    random.Random(2).shuffle(texts)
    return train(
        texts,
        [text in IN_DANGER for text in texts],
        ["en"] * len(texts),
        LEXICON,
        Aims(least_recall=0.98, most_false_alarms=0.02),
        typo_copies=1,
        penalty=0.5,
    )


@pytest.mark.parametrize(
    "text",
    ["Nobody will miss me when I am gone", "soon I am gone, nobody will care", "I want to die"],
)
def test_danger_raises_the_line(model: CrisisModel, text: str) -> None:
    assert model.judge(text, "en").raised


@pytest.mark.parametrize(
    "text", ["how much is it", "I'm dying to know how much I owe", "gone", "ok", "", "🙂"]
)
def test_other_messages_do_not(model: CrisisModel, text: str) -> None:
    assert not model.judge(text, "en").raised


def test_a_phrase_of_despair_is_enough_in_any_language(model: CrisisModel) -> None:
    assert model.judge("qq want to die", "xx").raised


def test_a_figure_of_speech_does_not_hide_despair(model: CrisisModel) -> None:
    assert model.judge("dying to know when it ends, I want to die", "en").raised


def test_what_is_saved_judges_the_same(model: CrisisModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    again = CrisisModel.load(tmp_path)
    for text in (*IN_DANGER, *OTHERS):
        assert again.judge(text, "en") == model.judge(text, "en")
