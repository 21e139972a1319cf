"""Every language says the same, and nothing of a debt outside the cards."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from backend.channels.stop_words import stop_words
from backend.channels.wording import catalogues
from backend.demo.messengers import sms
from backend.texts import read_texts

#: As its double heeds them.
PROVIDERS_WORDS = Path(sms.__path__[0]) / "keywords.yaml"
TEXTS = catalogues()
FIRST = next(iter(TEXTS.values()))
AROUND = ("agent_says", "link_lasts", "choose_by_number", "choose")
LINES = ("kind_unsupported", "stopped", "started")
INDISCREET = re.compile(
    r"skuld|gjeld|gæld|velka|velko|debt|owe|krav|krafa|inkasso|perint|innheimt|saatava|claim",
    re.IGNORECASE,
)


def test_the_channels_speak_what_the_backend_speaks() -> None:
    assert set(TEXTS) == set(read_texts())


@pytest.mark.parametrize("language", TEXTS)
def test_every_language_has_the_same_texts(language: str) -> None:
    shape = {key: [entry.when for entry in entries] for key, entries in FIRST.texts.items()}
    own = {key: [e.when for e in entries] for key, entries in TEXTS[language].texts.items()}
    assert own == shape


@pytest.mark.parametrize("language", TEXTS)
def test_every_language_needs_the_same_values(language: str) -> None:
    for key, entries in TEXTS[language].texts.items():
        for entry, first in zip(entries, FIRST.texts[key], strict=True):
            assert _values(entry.text) == _values(first.text), key


@pytest.mark.parametrize("language", TEXTS)
def test_what_a_stranger_reads_tells_nothing_of_a_debt(language: str) -> None:
    for key in (*AROUND, *LINES):
        [entry] = TEXTS[language].texts[key]
        assert not INDISCREET.search(entry.text), key


@pytest.mark.parametrize("language", TEXTS)
def test_the_word_that_is_told_starts_again(language: str) -> None:
    assert stop_words().starts("sms", stop_words().start_word(language))


def test_each_word_that_the_provider_heeds_is_heeded_here_too() -> None:
    theirs = yaml.safe_load(PROVIDERS_WORDS.read_text(encoding="utf-8"))
    for word in theirs["stop"]["words"]:
        assert stop_words().stops("sms", word), word
    for word in theirs["start"]["words"]:
        assert stop_words().starts("sms", word), word


@pytest.mark.parametrize("language", TEXTS)
def test_the_word_that_is_told_is_one_that_the_provider_heeds(language: str) -> None:
    theirs = yaml.safe_load(PROVIDERS_WORDS.read_text(encoding="utf-8"))
    assert stop_words().start_word(language) in theirs["start"]["words"]


def test_no_word_both_stops_and_starts() -> None:
    stops = {word for words in stop_words().stop.values() for word in words}
    starts = {word for words in stop_words().start.values() for word in words}
    assert not stops & starts


def _values(text: str) -> set[tuple[str, str]]:
    return {(name, str(form)) for _, name, form, _ in Formatter().parse(text) if name}
