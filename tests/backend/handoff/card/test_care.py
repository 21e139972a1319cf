"""What a person is to be careful about."""

import pytest

from backend.cases.models import Hold
from backend.handoff.card.care import care_flags
from backend.handoff.card.heard import heard_in
from backend.handoff.models import Handoff
from tests.backend.handoff.card.said import BEGAN, said


@pytest.mark.parametrize(
    "text",
    [
        "jag är sjukskriven och har inga pengar",
        "jeg er sykmeldt og kan ikke betale",
        "jeg er syg og kan ikke betale",
        "olen ollut sairaana, en pysty maksamaan",
        "ég er veik og get ekki borgað",
        "I am ill and cannot pay",
    ],
)
def test_an_illness_that_was_said_is_a_category_in_every_language(text: str) -> None:
    flags = care_flags(heard_in([said(1, "report_hardship", text)]), [], [])
    assert [flag.kind for flag in flags] == ["illness", "hardship"]
    assert set(flags[0].model_dump()) == {"kind", "since"}


def test_a_hardship_beside_a_wish_is_known_too() -> None:
    text = "50 a month, I am ill"
    heard = heard_in([said(1, "propose_terms", text, amount=50, subject="hardship")])
    assert [flag.kind for flag in care_flags(heard, [], [])] == ["illness", "hardship"]


def test_a_word_of_illness_in_another_matter_is_no_flag() -> None:
    heard = heard_in([said(1, "ask_opening_hours", "is the hospital open? I am ill")])
    assert care_flags(heard, [], []) == []


def test_a_word_that_only_contains_another_is_no_illness() -> None:
    text = "I still have bills from the mill, and they are illegal"
    heard = heard_in([said(1, "report_hardship", text)])
    assert [flag.kind for flag in care_flags(heard, [], [])] == ["hardship"]


def test_a_crisis_is_known_by_the_hold_also_when_the_words_are_gone() -> None:
    [flag] = care_flags([], [Hold(reason="care", created_at=BEGAN)], [])
    assert (flag.kind, flag.since) == ("crisis", BEGAN)


def test_somebody_under_age_is_no_representative() -> None:
    heard = heard_in([said(1, "report_representative", subject="under_age")])
    assert [flag.kind for flag in care_flags(heard, [], [])] == ["under_age"]


def test_a_reason_of_a_handoff_tells_too_and_the_first_moment_counts() -> None:
    handoff = Handoff(reason="death", created_at=BEGAN)
    [flag] = care_flags(heard_in([said(5, "report_death")]), [], [handoff])
    assert (flag.kind, flag.since) == ("death", BEGAN)
