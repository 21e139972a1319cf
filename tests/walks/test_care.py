"""Care: hardship, despair, papers, a dispute and who it is, as people say it, to the running product."""

import re
from typing import Any

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, buttons, cards, last_card, open_chat, text_of
from tests.walks.written import read

Who = dict[str, Any]
in_any_language = pytest.mark.parametrize("who", read("care"), ids=lambda who: who["language"])


def begin(http: httpx.Client, who: Who) -> Chat:
    return open_chat(http, who["client"], case=who["case"], language=who["language"])


@in_any_language
def test_hardship_is_acknowledged_eased_and_advised_and_the_form_asks_nothing(
    who: Who, http: httpx.Client
) -> None:
    chat = begin(http, who)
    chat.say(who["wish"])
    for line in who["hardship"]:
        said = chat.say(line)
        assert len(said) == 3, (line, text_of(said))
        assert all(adviser in text_of(said) for adviser in who["advisers"]), text_of(said)
        assert not said[0]["buttons"]
        assert len(buttons(said)) >= 3
        assert not cards(said)


@in_any_language
def test_a_disclosure_makes_no_offer_worse(who: Who, http: httpx.Client) -> None:
    plain = _offered(begin(http, who).say(who["wish"]))
    for line in (*who["hardship"], who["despair"]):
        chat = begin(http, who)
        chat.say(line)
        offered = last_card(chat.say(who["wish"]), "plan") or last_card(
            chat.say(who["wish"]), "plan"
        )
        assert offered is not None, line
        assert _facts(offered) == plain, line


@in_any_language
def test_despair_stops_money_at_once_and_no_button_afterwards_says_pay(
    who: Who, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin(http, who)
    chat.say(who["wish"])
    said = chat.say(who["despair"])
    handoff = last_card(said, "handoff")
    assert handoff is not None
    assert handoff["reason"] == "crisis"
    for button in chat.read()["messages"][-1]["buttons"]:
        assert not any(re.search(rf"\b{word}", button["title"], re.I) for word in who["pays"])
    for line in ("ok", "hm", who["hardship"][0], who["wish"]):
        titles = [button["title"] for button in buttons(chat.say(line))]
        for title in titles:
            assert not any(re.search(rf"\b{word}", title, re.I) for word in who["pays"]), title
        assert last_card(chat.last, "plan") is None
    assert [hold["reason"] for hold in cases.case(who["case"])["holds"]] == ["care"]


@in_any_language
def test_asking_to_see_is_no_dispute_until_it_is_said_to_be_wrong(
    who: Who, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin(http, who)
    handoff = last_card(chat.say(who["papers"]), "handoff")
    assert handoff is not None
    assert handoff["reason"] == "information"
    case = cases.case(who["case"])
    assert (case["status"], [hold["reason"] for hold in case["holds"]]) == ("open", ["information"])
    chat.say(who["wrong"])
    assert cases.case(who["case"])["status"] == "open", "it is asked first"
    assert last_card(chat.press(buttons(chat.last)[0]), "dispute") is not None
    assert cases.case(who["case"])["status"] == "disputed"


@in_any_language
@pytest.mark.parametrize(("said", "reason"), [("minor", "under_age"), ("theft", "identity_theft")])
def test_who_owes_is_heard_in_the_middle_of_a_plan_too(
    who: Who, said: str, reason: str, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin(http, who)
    chat.say(who["wish"])
    handoff = last_card(chat.say(who[said]), "handoff")
    assert handoff is not None
    assert handoff["reason"] == reason
    assert [hold["reason"] for hold in cases.case(who["case"])["holds"]] == [reason]


@in_any_language
def test_whether_it_is_really_us_can_be_checked(who: Who, http: httpx.Client) -> None:
    said = text_of(begin(http, who).say(who["real"]["line"]))
    assert all(text in said for text in who["real"]["texts"]), said


def _offered(said: list[dict[str, Any]]) -> dict[str, Any]:
    card = last_card(said, "plan")
    assert card is not None
    return _facts(card)


def _facts(card: dict[str, Any]) -> dict[str, Any]:
    """What the plan is, without what may differ from one offer to the next."""
    kept = ("instalment", "instalments", "total", "costs", "schedule", "currency")
    return {name: card[name] for name in kept}
