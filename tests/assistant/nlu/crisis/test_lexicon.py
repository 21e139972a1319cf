"""The files of the lexicon: each language has the same parts, and training lines bear them out."""

from pathlib import Path

import pytest
import yaml

from assistant.nlu.crisis.lexicon import CrisisLexicon
from assistant.nlu.crisis.phrases import words_of

ROOT = Path(__file__).resolve().parents[4]
LEXICON = CrisisLexicon.read()
MOST_FALSE = 0.002


def training_lines() -> list:
    lines = []
    for path in sorted((ROOT / "nlu_data").glob("*/*.yml")):
        for entry in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            for line in entry["examples"].splitlines():
                lines.append((entry["intent"], line.strip("- ")))
    return lines


def test_every_language_of_the_training_lines_has_a_file() -> None:
    assert set(LEXICON.languages) == {
        path.name for path in (ROOT / "nlu_data").iterdir() if path.is_dir()
    }


@pytest.mark.parametrize("language", LEXICON.languages)
def test_a_file_has_the_parts_and_signs_of_all(language: str) -> None:
    file = LEXICON.languages[language]
    assert set(file) == {"despair", "figures", "signs"}
    first = next(iter(LEXICON.languages.values()))
    assert set(file["signs"]) == set(first["signs"])


@pytest.mark.parametrize("language", LEXICON.languages)
def test_no_form_is_read_as_something_else_than_text(language: str) -> None:
    file = LEXICON.languages[language]
    forms = [*file["despair"], *file["figures"], *sum(file["signs"].values(), [])]
    assert [form for form in forms if not isinstance(form, str)] == []


def test_phrases_of_despair_hardly_stand_in_other_lines() -> None:
    others = [text for intent, text in training_lines() if intent != "express_crisis"]
    told = [text for text in others if LEXICON.says_despair(LEXICON.without_figures(text)[1])]
    assert len(told) <= MOST_FALSE * len(others), told


def test_figures_of_speech_are_taken_out_and_the_rest_stays() -> None:
    lexicon = CrisisLexicon(
        {"en": {"despair": ["want to die"], "figures": ["dying to know"], "signs": {}}}
    )
    assert lexicon.without_figures("I'm dying to know, how much?")[0] == "I'm , how much?"
    assert lexicon.without_figures("nothing of the kind")[0] == "nothing of the kind"


def test_signs_are_of_the_messages_own_language() -> None:
    lexicon = CrisisLexicon(
        {
            "en": {"despair": [], "figures": [], "signs": {"death": ["die"], "dear": ["my son"]}},
            "sv": {"despair": [], "figures": [], "signs": {"death": ["dö"]}},
        }
    )
    assert lexicon.signs(words_of("My son, my son will die"), "en") == ["dear", "death"]
    assert lexicon.signs(words_of("die"), "sv") == []
    assert lexicon.signs(words_of("die"), "xx") == []
