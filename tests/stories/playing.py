"""Plays a written conversation and looks at every answer, and at what stands in the end."""

from typing import Any

import httpx

from tests.stories.hearing import is_button, is_text, names_of, plain
from tests.stories.written import Conversation, Ending, PlanAtTheEnd, Step
from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, buttons, cards, open_chat, page_token

Json = dict[str, Any]


def play(http: httpx.Client, written: Conversation) -> Chat:
    """Says every line of it. The case is as new; a stranger shows no token."""
    page_token(http, written.case, reset=True)
    case = None if written.stranger else written.case
    chat = open_chat(http, written.client, case=case, language=written.language, reset=False)
    last = chat.greeting
    for step in written.says:
        last = _do(chat, step, last)
        _look(chat, step, last)
    _check_that_nothing_is_said_twice_in_a_row(chat)
    return chat


def check_ending(chat: Chat, cases: CaseSystem, reference: str, ending: Ending) -> None:
    """The case and the conversation stand as it is written."""
    assert chat.mode == ending.mode
    case = cases.case(reference)
    if ending.status is not None:
        assert case["status"] == ending.status
    if ending.held_for is not None:
        assert ending.held_for in [hold["reason"] for hold in case["holds"]]
    if ending.deferred is not None:
        assert (case.get("deferred_until") is not None) == ending.deferred
    if ending.plan == "none":
        assert case["plan"] is None
    elif ending.plan is not None:
        _check_plan(case["plan"], ending.plan)


def _do(chat: Chat, step: Step, last: list[Json]) -> list[Json]:
    if step.you is not None:
        return chat.say(step.you)
    offered = buttons(last)
    titles = [button["title"] for button in offered]
    name = str(step.press)
    wanted = [one for one in offered if is_button(one["title"], name, chat.language)]
    assert wanted, f"no button {name} among {titles}"
    return chat.press(wanted[0])


def _look(chat: Chat, step: Step, answer: list[Json]) -> None:
    did = step.you or step.press
    language = chat.language
    said = [one["text"] for one in answer if one["sender"] == "assistant"]
    heard = [names_of(text, language)[:1] for text in said]
    fits = len(said) == len(step.hear) and all(
        is_text(text, name, language) for text, name in zip(said, step.hear, strict=True)
    )
    assert fits, f"{did!r}: wanted {step.hear}, heard {heard}: {said}"
    whole = plain("\n".join(said))
    for text in step.has:
        assert plain(text) in whole, (did, said)
    for text in step.hides:
        assert plain(text) not in whole, (did, said)
    if step.cards is not None:
        assert [card["type"] for card in cards(answer)] == step.cards, (did, said)
    titles = [button["title"] for button in buttons(answer)]
    for name in step.offers:
        assert any(is_button(title, name, language) for title in titles), (did, name, titles)
    if step.language is not None:
        assert language == step.language, (did, language)


def _check_that_nothing_is_said_twice_in_a_row(chat: Chat) -> None:
    said = [one["text"] for one in chat.transcript() if one["sender"] == "assistant"]
    twice = [text for text, before in zip(said[1:], said, strict=False) if text == before]
    assert twice == []


def _check_plan(plan: Json | None, wanted: PlanAtTheEnd) -> None:
    assert plan is not None
    for name, value in wanted.model_dump(exclude_none=True).items():
        assert plan[name] == value, (name, plan[name])
