"""The words that each language rules out."""

import pytest

from backend.designing.project import Project
from backend.designing.ruled_out import languages_with_words, ruled_out, words_for_money
from backend.settings import ROOT

LANGUAGES = Project(ROOT).languages


def test_each_language_of_the_product_has_words() -> None:
    assert languages_with_words() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_rules_out_every_kind(language: str) -> None:
    kinds = {kind for one in LANGUAGES for kind in {rule.kind for rule in ruled_out(one)}}
    assert {rule.kind for rule in ruled_out(language)} == kinds
    assert len(kinds) == 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_has_its_reason_and_what_is_said_instead(language: str) -> None:
    for rule in ruled_out(language):
        assert rule.why, rule.words.pattern
        assert rule.instead, rule.words.pattern
    assert words_for_money(language)


def test_a_language_that_nobody_has_written_for_rules_out_nothing() -> None:
    assert ruled_out("xx") == ()
