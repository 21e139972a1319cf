"""What was kept with a plan is told as it was kept, and what was not kept is not made up."""

import pytest
from pydantic import ValidationError

from backend.confirmations.document import Words
from backend.confirmations.evidence import read_evidence


def test_the_words_that_were_read_are_told_in_their_language() -> None:
    kept = {"language": "fi", "texts": ["12 erää.", "Sovitaanko?"], "rules_version": "abc"}
    assert read_evidence(kept).words == Words("fi", ("12 erää.", "Sovitaanko?"))


@pytest.mark.parametrize("kept", [None, {}, {"language": "fi"}, {"texts": ["12 erää."]}])
def test_a_plan_of_which_no_words_were_kept_tells_none(kept: dict[str, object] | None) -> None:
    evidence = read_evidence(kept)
    assert evidence.words is None
    assert evidence.undo_until is None


def test_a_word_that_is_not_known_is_not_taken_for_another() -> None:
    with pytest.raises(ValidationError):
        read_evidence({"interest": "perhaps"})
