"""W6: the language changes in the middle, and the conversation goes on in it."""

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.walking import check_plan_stands_once, walk_through
from tests.walks.written import Walk, walks


@pytest.mark.parametrize("walk", walks("w6_changing_language"), ids=str)
def test_the_conversation_goes_on_in_the_debtors_new_language(
    walk: Walk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = walk_through(http, walk)
    assert chat.read()["language"] == walk.then
    check_plan_stands_once(cases, walk.case, walk.plan)


def test_the_language_can_be_asked_for(http: httpx.Client) -> None:
    walk = walks("w6_changing_language")[0]
    chat = walk_through(http, walk.model_copy(update={"says": walk.says[:2]}))
    chat.say("svenska tack")
    assert chat.language == "sv"
