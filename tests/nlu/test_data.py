"""The training lines of each language keep to the contract and to the files of the others."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = yaml.safe_load((ROOT / "nlu_data" / "contract.yml").read_text(encoding="utf-8"))
LANGUAGES = sorted(path.name for path in (ROOT / "nlu_data").iterdir() if path.is_dir())
FEWEST = 60
FEWEST_OF_THE_MOST_USED = 120

each_language = pytest.mark.parametrize("language", LANGUAGES)


def lines(language: str, subject: str) -> dict[str, list[str]]:
    path = ROOT / "nlu_data" / language / f"{subject}.yml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        entry["intent"]: re.findall(r"^\s*- (.+)$", entry["examples"], re.M)
        for entry in content["nlu"]
    }


@each_language
@pytest.mark.parametrize("subject", CONTRACT)
def test_each_file_holds_the_intents_of_its_subject(language: str, subject: str) -> None:
    assert list(lines(language, subject)) == list(CONTRACT[subject])


@each_language
def test_each_intent_has_enough_lines(language: str) -> None:
    for subject in CONTRACT:
        for intent, texts in lines(language, subject).items():
            often = CONTRACT[subject][intent].get("often", False)
            assert len(texts) >= (FEWEST_OF_THE_MOST_USED if often else FEWEST), intent


@each_language
def test_no_line_stands_under_two_intents(language: str) -> None:
    home: dict[str, str] = {}
    for subject in CONTRACT:
        for intent, texts in lines(language, subject).items():
            for text in texts:
                plain = re.sub(r"\W+", " ", text.lower()).strip() or text
                assert home.setdefault(plain, intent) == intent, plain


@each_language
def test_hardly_any_unseen_message_is_a_training_line(language: str) -> None:
    trained = {
        text.lower()
        for subject in CONTRACT
        for texts in lines(language, subject).values()
        for text in texts
    }
    unseen = [
        str(text).lower()
        for path in (ROOT / "tests" / "nlu" / language).glob("*.yml")
        for texts in yaml.safe_load(path.read_text(encoding="utf-8")).values()
        for text in texts
    ]
    # "ja tack" is what everybody writes, so short ones are bound to meet.
    copied = [text for text in unseen if text in trained and len(text) > 25]
    assert len(copied) <= 0.03 * max(len(unseen), 1)


def test_neighbours_in_the_contract_exist() -> None:
    known = {intent for intents in CONTRACT.values() for intent in intents}
    for intents in CONTRACT.values():
        for about in intents.values():
            assert set(about.get("not", [])) <= known
