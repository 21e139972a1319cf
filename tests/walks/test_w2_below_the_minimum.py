"""W2: less than the client's rules allow is countered with the nearest plan, and why."""

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.chat import last_card
from tests.walks.walking import begin_walk, check_plan_card, check_plan_stands_once, say_line
from tests.walks.written import Walk, walks


@pytest.mark.parametrize("walk", walks("w2_below_the_minimum"), ids=str)
def test_an_instalment_below_the_minimum_is_countered_and_the_nearest_plan_agreed(
    walk: Walk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, walk)
    *talk, agreed = walk.says
    for line in talk:
        say_line(chat, line, walk.language)
    check_plan_card(last_card(chat.transcript(), "plan"), "offered", walk.plan)
    say_line(chat, agreed, walk.language)
    check_plan_card(last_card(chat.last, "plan"), "agreed", walk.plan)
    check_plan_stands_once(cases, walk.case, walk.plan)
