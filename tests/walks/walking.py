"""Walks a written conversation and looks at each answer and at what stands in the end."""

from typing import Any

import httpx

from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, buttons, cards, last_card, open_chat, said_by, text_of
from tests.walks.written import ExpectedPlan, Line, Talk

Json = dict[str, Any]


def walk_through(http: httpx.Client, walk: Talk) -> Chat:
    """Says every line; each answer is as it is written."""
    chat = begin_walk(http, walk)
    for line in walk.says:
        say_line(chat, line, walk.language)
    return chat


def begin_walk(http: httpx.Client, walk: Talk) -> Chat:
    """The debtor's chat, with the case as new."""
    chat = open_chat(http, walk.client, case=walk.case, language=walk.language)
    assert (chat.language, chat.mode) == (walk.language, "bot")
    return chat


def say_line(chat: Chat, line: Line, language: str) -> None:
    """Says a line and looks at its answer."""
    check_answer(chat.say(line.line), line)
    assert (chat.language, chat.mode) == (line.language_after or language, "bot"), line.line


def check_answer(answer: list[Json], line: Line) -> None:
    """The answer has the cards, sums and buttons that are written."""
    said = text_of(answer)
    assert [card["type"] for card in cards(answer)] == line.cards, (line.line, said)
    for text in line.texts:
        assert text in said, (line.line, said)
    if line.owed is not None:
        balance = last_card(answer, "balance")
        assert balance is not None
        assert balance["total"] == line.owed == sum(part["amount"] for part in balance["parts"])
    assert not line.live_buttons or buttons(answer), line.line


def check_all_is_said_once(chat: Chat, walk: Talk) -> None:
    """The whole of the walk is there, in order, without a gap and without a repeat."""
    said = chat.transcript()
    assert list(said_by(said, "debtor")) == [line.line for line in walk.says]
    assert [message["seq"] for message in said] == list(range(1, len(said) + 1))
    shown = [card["type"] for card in cards(said)]
    assert shown == [kind for line in walk.says for kind in line.cards]
    told = list(said_by(said, "assistant"))
    assert len(set(told)) == len(told)


def check_plan_card(card: Json | None, status: str, plan: ExpectedPlan) -> None:
    """The card shows the plan to the cent."""
    assert card is not None
    assert card["status"] == status
    _check_plan(card, plan)


def check_plan_stands_once(cases: CaseSystem, reference: str, plan: ExpectedPlan) -> None:
    """The case has this plan, and the database has no other."""
    check_plan_runs(cases, reference, plan)
    assert cases.count_plans(reference) == 1


def check_plan_runs(cases: CaseSystem, reference: str, plan: ExpectedPlan) -> Json:
    """The case has this plan, whatever it had before; gives it as the case API tells it."""
    case = cases.case(reference)
    assert case["status"] == "plan"
    running: Json = case["plan"]
    assert running["status"] == "agreed"
    assert running["reference"] == plan.reference
    _check_plan(running, plan)
    return running


def _check_plan(shown: Json, plan: ExpectedPlan) -> None:
    schedule = shown["schedule"]
    amounts = [payment["amount"] for payment in schedule]
    assert amounts == [plan.instalment] * (plan.instalments - 1) + [plan.last]
    assert sum(amounts) == plan.total == shown["total"]
    assert (shown["instalment"], shown["instalments"]) == (plan.instalment, plan.instalments)
    assert shown["currency"] == plan.currency
    assert schedule[0]["due"] == plan.first.isoformat()
    assert [payment["due"] for payment in schedule] == sorted(p["due"] for p in schedule)
