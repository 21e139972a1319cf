"""How a phrase of the lexicon is written out."""

from __future__ import annotations

import pytest

from assistant.nlu.values.phrases import PhraseTree, expand


def test_brackets_may_be_left_out_and_bars_are_one_of() -> None:
    assert expand("kolme[n|ssa]") == ["kolmen", "kolmessa", "kolme"]
    assert expand("(a|b) c") == ["a c", "b c"]
    assert expand("[a [b]] c") == ["a b c", "a  c", " c"]


@pytest.mark.parametrize("pattern", ["(a|b", "a)", "[a", "a]"])
def test_a_bracket_too_many_or_too_few_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        expand(pattern)


def test_an_unknown_list_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="<nothing>"):
        PhraseTree({}, lambda word: (word,)).add("day", ["on <nothing>"])


def test_a_phrase_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        PhraseTree({}, lambda word: (word,)).add("day", ["[a]"])
