"""W9: a plan that runs is moved, paused and undone, each time by an offer and a yes."""

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.chat import buttons, last_card, open_chat
from tests.walks.walking import begin_walk, check_plan_runs, say_line, walk_through
from tests.walks.written import Walk, walks

WALKS = walks("w9_running_plan")
SKIPPED = "2026-12"
#: Languages that a client speaks who lets a plan be undone, and how a change of mind sounds.
CHANGES_OF_MIND = {
    "sv": ("jag ångrar mig", "ja tack"),
    "nb": ("jeg angrer", "ja takk"),
    "en": ("I changed my mind, undo it", "yes please"),
}


@pytest.mark.parametrize("walk", WALKS, ids=str)
def test_a_running_plan_is_moved_and_skips_a_month(
    walk: Walk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, walk)
    agreed_before = None
    for line in walk.says:
        say_line(chat, line, walk.language)
        card = last_card(chat.last, "plan")
        if card is not None and card["status"] == "offered":
            plan = cases.case(walk.case)["plan"]
            assert (plan and plan["id"]) == agreed_before, "an offer alone changes nothing"
        elif card is not None:
            agreed_before = card["id"]
    running = check_plan_runs(cases, walk.case, walk.plan)
    assert not any(payment["due"].startswith(SKIPPED) for payment in running["schedule"])


@pytest.mark.parametrize("walk", walks("w9_no_pause"), ids=str)
def test_what_the_rules_do_not_know_is_left_to_a_person(
    walk: Walk, http: httpx.Client, cases: CaseSystem
) -> None:
    walk_through(http, walk)
    check_plan_runs(cases, walk.case, walk.plan)


@pytest.mark.parametrize(
    "walk", [walk for walk in WALKS if walk.language in CHANGES_OF_MIND], ids=str
)
def test_a_change_is_undone_and_then_the_plan_itself(
    walk: Walk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, walk)
    propose, agree, move, yes, *_ = walk.says
    for line in (propose, agree):
        say_line(chat, line, walk.language)
    before = cases.case(walk.case)["plan"]
    for line in (move, yes):
        say_line(chat, line, walk.language)
    assert cases.case(walk.case)["plan"]["id"] != before["id"]
    regret, sure = CHANGES_OF_MIND[walk.language]
    chat.say(regret)
    assert cases.case(walk.case)["plan"]["id"] != before["id"], "it is asked first"
    chat.say(sure)
    assert cases.case(walk.case)["plan"]["id"] == before["id"]
    chat.say(regret)
    chat.say(sure)
    case = cases.case(walk.case)
    assert (case["plan"], case["status"]) == (None, "open")


def test_a_no_right_after_the_yes_takes_it_back(http: httpx.Client, cases: CaseSystem) -> None:
    swedish = WALKS[0]
    chat = begin_walk(http, swedish)
    for line in swedish.says[:2]:
        say_line(chat, line, swedish.language)
    chat.say("nej")
    assert cases.case(swedish.case)["status"] == "plan"
    chat.say("ja tack")
    assert cases.case(swedish.case)["status"] == "open"


def test_only_this_once_keeps_the_pay_day(http: httpx.Client, cases: CaseSystem) -> None:
    swedish = WALKS[0]
    chat = open_chat(http, swedish.client, case=swedish.case, language=swedish.language)
    for line in swedish.says[:3]:
        say_line(chat, line, swedish.language)
    only_this_time = buttons(chat.last)[1]
    chat.press(only_this_time)
    chat.say("ja tack")
    days = [payment["due"][-2:] for payment in cases.case(swedish.case)["plan"]["schedule"]]
    assert days[0] == "27"
    assert "25" in days[1:]
