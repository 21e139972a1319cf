"""Every language says everything, with the same values, and nothing of a debt to the debtor."""

import re
from string import Formatter

import pytest

from backend.texts import language_of, read_texts, say
from backend.wording import Catalogue

TEXTS = read_texts()
FIRST = next(iter(TEXTS.values()))
FOR_STAFF = ("reason_", "rule_", "summary_", "case_rests", "nothing_to_pay")
INDISCREET = re.compile(
    r"skuld|gjeld|gæld|velka|velko|debt|owe|krav|krafa|inkasso|perint|innheimt|saatava|claim",
    re.IGNORECASE,
)


def placeholders(catalogue: Catalogue, text: str) -> set[tuple[str, str]]:
    wording = catalogue.texts[text][0].text
    return {(name, str(form)) for _, name, form, _ in Formatter().parse(wording) if name}


@pytest.mark.parametrize("language", TEXTS)
def test_every_language_has_the_same_texts(language: str) -> None:
    assert set(TEXTS[language].texts) == set(FIRST.texts)


@pytest.mark.parametrize("language", TEXTS)
def test_every_language_needs_the_same_values(language: str) -> None:
    for text in FIRST.texts:
        assert placeholders(TEXTS[language], text) == placeholders(FIRST, text), text


@pytest.mark.parametrize("language", TEXTS)
def test_what_the_debtor_reads_tells_nothing_of_a_debt(language: str) -> None:
    for text, wordings in TEXTS[language].texts.items():
        if not text.startswith(FOR_STAFF):
            assert not INDISCREET.search(wordings[0].text), text


def test_a_text_is_said_with_its_values() -> None:
    assert "Siri" in say(TEXTS, FIRST.language, "agent_joined", name="Siri")


def test_the_first_accepted_language_that_is_spoken_is_taken() -> None:
    assert language_of(TEXTS, "xx, fi-FI;q=0.8, sv;q=0.5", "da") == "fi"


def test_without_an_accepted_language_the_other_one_is_taken() -> None:
    assert language_of(TEXTS, None, "da") == "da"
