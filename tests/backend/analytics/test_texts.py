"""Every figure, chart, outcome and intent has its words in every language."""

from pathlib import Path
from string import Formatter

import pytest
import yaml

from backend.analytics.counting import counting
from backend.analytics.wording import language_name, name_of, read_words
from backend.texts import read_texts

WORDS = read_words()
FIRST = next(iter(WORDS.values()))
CONTRACT = Path(__file__).parents[3] / "nlu_data" / "contract.yml"


def test_it_speaks_every_language_of_the_product() -> None:
    assert set(WORDS) == set(read_texts())


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_the_same_texts_with_the_same_values(language: str) -> None:
    assert set(WORDS[language].texts) == set(FIRST.texts)
    for text in FIRST.texts:
        names = [
            {name for _, name, _, _ in Formatter().parse(words.texts[text][0].text) if name}
            for words in (WORDS[language], FIRST)
        ]
        assert names[0] == names[1], text


def test_all_that_is_counted_has_a_name_and_a_definition() -> None:
    for name in counting().figures:
        assert {f"figure_{name}", f"definition_{name}"} <= FIRST.texts.keys()
    for chart, unit in counting().charts.items():
        by = chart.partition("_by_")[2]
        needed = {f"question_{chart}", f"definition_{chart}", f"column_{by}", f"column_{unit}"}
        assert needed <= FIRST.texts.keys()
    assert {f"outcome_{name}" for name in counting().outcomes} <= FIRST.texts.keys()


def test_every_intent_of_the_contract_has_a_name() -> None:
    contract = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
    intents = {intent for group in contract.values() for intent in group}
    assert {f"intent_{intent}" for intent in intents} <= FIRST.texts.keys()
    assert set(counting().no_wish) <= intents


def test_what_nobody_has_named_yet_is_called_as_it_is() -> None:
    assert name_of("fi", "intent", "ask_the_moon") == "ask_the_moon"
    assert language_name("fi", "sv") == "ruotsi"
    assert language_name("fi", "xx") == "xx"
