"""Lines are told apart by what they say, and a language does not lean on one phrase."""

import pytest

from tests.nlu.likeness import commonest_beginning, lines, near_duplicates
from tests.nlu.test_data import LANGUAGES, each_language

MOST_NEARLY_THE_SAME = 0.02
MOST_THAT_BEGIN_ALIKE = 0.25


@each_language
def test_few_lines_are_nearly_the_same(language: str) -> None:
    written = lines(language)
    assert len(list(near_duplicates(written))) <= MOST_NEARLY_THE_SAME * len(written)


@each_language
def test_the_lines_of_an_intent_begin_in_many_ways(language: str) -> None:
    by_intent: dict[str, list[str]] = {}
    for text, intent in lines(language):
        by_intent.setdefault(intent, []).append(text)
    shares = {intent: commonest_beginning(texts)[1] for intent, texts in by_intent.items()}
    assert {intent for intent, share in shares.items() if share > MOST_THAT_BEGIN_ALIKE} == set()


def test_languages_have_about_as_many_lines_of_an_intent() -> None:
    counts = {language: len(lines(language)) for language in LANGUAGES}
    assert max(counts.values()) <= 1.35 * min(counts.values())


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("kan jag få betala i delar", "kan jag fa betala i delar!", True),
        ("kan jag få betala i delar", "går det att dela upp betalningen", False),
    ],
)
def test_likeness_is_of_letters(one: str, other: str, alike: bool) -> None:
    pairs = list(near_duplicates([(one, "request_plan"), (other, "request_plan")]))
    assert bool(pairs) is alike
