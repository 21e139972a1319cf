"""W1: a debtor asks what is owed, wishes for a plan, and agrees one."""

import httpx
import pytest

from tests.stack import Stack
from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, buttons, last_card, open_chat, said_by
from tests.walks.desk import Desk
from tests.walks.walking import (
    begin_walk,
    check_plan_card,
    check_plan_stands_once,
    say_line,
    walk_through,
)
from tests.walks.written import Walk, walks

WALKS = walks("w1_settling")
SWEDISH = WALKS[0]


@pytest.mark.parametrize("walk", WALKS, ids=str)
def test_a_debtor_settles_in_any_language(
    walk: Walk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, walk)
    *talk, offered, agreed = walk.says
    for line in talk:
        say_line(chat, line, walk.language)
    say_line(chat, offered, walk.language)
    check_plan_card(last_card(chat.last, "plan"), "offered", walk.plan)
    assert cases.case(walk.case)["plan"] is None, "an offer alone agrees nothing"
    say_line(chat, agreed, walk.language)
    check_plan_card(last_card(chat.last, "plan"), "agreed", walk.plan)
    check_first_payment(chat, walk)
    check_plan_stands_once(cases, walk.case, walk.plan)


def check_first_payment(chat: Chat, walk: Walk) -> None:
    payment = last_card(chat.last, "payment")
    assert payment is not None
    assert payment["reference"] == walk.plan.reference
    assert payment["amount"] == walk.plan.instalment
    assert payment["due"] == walk.plan.first.isoformat()


def test_the_plan_stands_in_the_console(stack: Stack, http: httpx.Client) -> None:
    chat = walk_through(http, SWEDISH)
    chat.say("jag vill prata med en människa")
    with Desk(stack.address, "agent.se@demo") as desk:
        shown = desk.open(chat.id)["case"]
    assert shown["status"] == "plan"
    assert shown["plan"]["instalments"] == SWEDISH.plan.instalments
    assert shown["plan"]["total"] == SWEDISH.plan.total
    assert shown["plan"]["schedule"][0]["due"] == SWEDISH.plan.first.isoformat()


def test_a_page_that_is_loaded_again_shows_all_of_it(http: httpx.Client) -> None:
    chat = walk_through(http, SWEDISH)
    said = chat.transcript()
    assert list(said_by(said, "debtor")) == [line.line for line in SWEDISH.says]
    assert [message["seq"] for message in said] == list(range(1, len(said) + 1))
    assert said[-len(chat.last) :] == chat.last


def test_the_plan_is_agreed_with_buttons_alone(http: httpx.Client, cases: CaseSystem) -> None:
    chat = open_chat(http, SWEDISH.client, case=SWEDISH.case, language=SWEDISH.language)
    for _ in range(6):
        # welcome: pay in parts · terms: the first ready plan · offer: agree
        choice = 1 if chat.last == chat.greeting else 0
        chat.press(buttons(chat.last)[choice])
        if last_card(chat.last, "payment"):
            break
    plan = cases.case(SWEDISH.case)["plan"]
    assert plan["instalments"] == 12
    assert plan["total"] == SWEDISH.plan.total
    assert cases.count_plans(SWEDISH.case) == 1


def test_a_second_yes_makes_no_second_plan(http: httpx.Client, cases: CaseSystem) -> None:
    chat = walk_through(http, SWEDISH)
    chat.say("ja tack")
    check_plan_stands_once(cases, SWEDISH.case, SWEDISH.plan)


def test_who_has_a_plan_is_offered_a_change_and_keeps_it_until_a_yes(
    http: httpx.Client, cases: CaseSystem
) -> None:
    walk_through(http, SWEDISH)
    again = open_chat(http, SWEDISH.client, case=SWEDISH.case, reset=False)
    again.say("jag vill betala 1000 i månaden")
    offered = last_card(again.last, "plan")
    assert offered is not None
    assert (offered["kind"], offered["status"]) == ("change", "offered")
    check_plan_stands_once(cases, SWEDISH.case, SWEDISH.plan)
