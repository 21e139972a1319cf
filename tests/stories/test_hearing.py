"""A message is recognised as the text that it was said from, and as no other."""

import pytest

from tests.stories.hearing import is_text, names_of


def test_a_text_is_known_with_its_values_filled_in() -> None:
    said = "Done. The new due date is 5 December 2026, and nothing happens before then."
    assert is_text(said, "deferral_agreed", "en")
    assert names_of(said, "en")[0] == "deferral_agreed"


def test_a_message_may_begin_with_one_text_and_go_on_with_another() -> None:
    said = "That sounds hard, and thank you for telling. Which number should we call?"
    assert is_text(said, "hardship+callback_phone", "en")
    assert not is_text(said, "callback_phone+hardship", "en")


def test_another_text_is_not_taken_for_it() -> None:
    assert not is_text("Which number should we call?", "deferral_agreed", "en")


def test_a_name_that_no_text_has_is_a_fault_of_the_writer() -> None:
    with pytest.raises(KeyError):
        is_text("Which number should we call?", "no_such_text", "en")
