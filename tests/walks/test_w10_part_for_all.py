"""W10: a part that is paid for all of it, where the client's rules allow that."""

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.chat import last_card
from tests.walks.walking import begin_walk, check_answer, check_plan_runs, say_line
from tests.walks.written import Talk, Walk, talks, walks


@pytest.mark.parametrize("walk", walks("w10_part_for_all"), ids=str)
def test_less_than_the_least_is_countered_and_the_least_agreed(
    walk: Walk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, walk)
    offered, agreed = walk.says
    say_line(chat, offered, walk.language)
    card = last_card(chat.last, "plan")
    assert card is not None
    assert (card["kind"], card["status"]) == ("settlement", "offered")
    assert cases.case(walk.case)["plan"] is None
    say_line(chat, agreed, walk.language)
    running = check_plan_runs(cases, walk.case, walk.plan)
    assert running["kind"] == "settlement"
    assert running["forgiven"] == card["forgiven"] > 0


@pytest.mark.parametrize("talk", talks("w10_no_settlement"), ids=str)
def test_without_a_rule_for_it_a_person_is_asked(
    talk: Talk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, talk)
    for line in talk.says:
        check_answer(chat.say(line.line), line)
    assert cases.count_handoffs(chat.id) == 1
    assert cases.case(talk.case)["plan"] is None
