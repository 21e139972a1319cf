"""Spelling without the language's own letters, and the way back to the message."""

from __future__ import annotations

import pytest

from assistant.nlu.values.folding import fold, fold_word


@pytest.mark.parametrize(
    ("written", "also"),
    [("på", "paa"), ("på", "pa"), ("næste", "naeste"), ("Överens", "overens"), ("þús", "thus"),
     ("lördag", "lo\u0308rdag"), ("kesäkuu", "kesaekuu"), ("ÅR", "år")],
)  # fmt: skip
def test_two_spellings_of_a_word_meet(written: str, also: str) -> None:
    assert fold_word(written) == fold_word(also)


def test_a_folded_stretch_knows_where_it_stood() -> None:
    message = "paa þriðjudag"
    folded = fold(message)
    start = folded.text.index("thridjudag")
    assert message[slice(*folded.original(start, len(folded.text)))] == "þriðjudag"


def test_each_folded_letter_stands_inside_the_message() -> None:
    message = "Må jeg betale 1 500,– på næste løørdag aaa?"
    folded = fold(message)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= a < b <= len(message) for a, b in zip(folded.starts, folded.ends, strict=True))
