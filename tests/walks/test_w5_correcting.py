"""W5: a correction and a question in the middle of agreeing a plan."""

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.chat import last_card
from tests.walks.walking import begin_walk, check_plan_card, check_plan_stands_once, say_line
from tests.walks.written import Walk, walks


@pytest.mark.parametrize("walk", walks("w5_correcting"), ids=str)
def test_a_plan_goes_on_with_what_was_corrected_and_after_a_question(
    walk: Walk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, walk)
    first, corrected, question, agreed = walk.says
    say_line(chat, first, walk.language)
    wrong = last_card(chat.last, "plan")
    assert wrong is not None
    assert wrong["instalments"] != walk.plan.instalments
    say_line(chat, corrected, walk.language)
    check_plan_card(last_card(chat.last, "plan"), "offered", walk.plan)
    say_line(chat, question, walk.language)
    assert cases.case(walk.case)["plan"] is None
    say_line(chat, agreed, walk.language)
    check_plan_stands_once(cases, walk.case, walk.plan)
