"""What the classifier sees of a message."""

import pytest

from assistant.nlu.features import blocks, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Överenskommelse", "overenskommelse"), ("RØD grød", "rod grod"), ("þú átt", "thu att")],
)
def test_marks_on_letters_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_word_without_its_marks_meets_the_same_feature() -> None:
    assert blocks("frågor")["words"] == blocks("fragor")["words"]


def test_which_number_it_is_does_not_matter() -> None:
    assert blocks("betala 500")["words"] == blocks("betala 1200")["words"]


def test_a_misspelt_word_still_shares_most_of_its_letters() -> None:
    right, wrong = blocks("delbetalning")["letters"], blocks("delbetlning")["letters"]
    assert len(set(right) & set(wrong)) > len(right) / 3


def test_an_empty_message_has_no_features() -> None:
    assert not any(blocks("").values())
