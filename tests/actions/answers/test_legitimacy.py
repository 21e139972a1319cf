"""Whether it is really us: how to check that, and the case's number only to its own debtor."""

import pytest

from actions.answers.answering import AnswerQuestion
from tests.actions.conftest import CaseSystem
from tests.actions.trouble.debtor import LANGUAGES, Debtor, buttons


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_debtor_can_compare_the_number_and_ask_elsewhere(
    case_system: CaseSystem, language: str
):
    (told,) = await Debtor("SE-1001", language).says("ask_legitimacy", AnswerQuestion())
    for proof in ("SE-1001", "bjorkhuset.example", "08-465 004 12", "finansinspektionen.se"):
        assert proof in told["written"], proof
    assert buttons([told]) == ["person"], "who has identified is not asked to do it again"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_stranger_learns_of_no_case(case_system: CaseSystem, language: str):
    (told,) = await Debtor(None, language).says("ask_legitimacy", AnswerQuestion())
    assert "SE-1001" not in told["written"]
    assert "bjorkhuset.example" in told["written"]
    assert buttons([told]) == ["identify", "person"]
