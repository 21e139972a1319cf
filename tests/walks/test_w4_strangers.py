"""W4: nothing that confirms or denies a debt is said to anybody who has not identified."""

import json
import re
from typing import Any

import httpx
import pytest

from tests.stack import Stack
from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, buttons, cards, last_card, open_chat, page_token, text_of
from tests.walks.desk import Desk
from tests.walks.written import read

Stranger = dict[str, Any]
STRANGERS: list[Stranger] = read("w4_strangers")
in_any_language = pytest.mark.parametrize("who", STRANGERS, ids=lambda who: who["language"])


@in_any_language
def test_a_stranger_learns_nothing_about_any_debt(
    who: Stranger, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = open_chat(http, who["client"], language=who["language"])
    for line in who["about_a_debt"]:
        assert text_of(chat.say(line)), f"silence after {line}"
    check_nothing_is_told(said_to(chat), who, cases)
    assert cards(chat.transcript()) == []
    assert chat.read()["identified"] is False


@in_any_language
def test_a_stranger_who_asks_what_is_owed_is_told_how_to_identify(
    who: Stranger, http: httpx.Client
) -> None:
    chat = open_chat(http, who["client"], language=who["language"])
    chat.say(who["about_a_debt"][0])
    assert "identify" in [button["payload"] for button in buttons(chat.last)]


@in_any_language
def test_general_questions_of_a_stranger_are_answered(
    who: Stranger, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = open_chat(http, who["client"], language=who["language"])
    for question in who["general"]:
        said = text_of(chat.say(question["line"]))
        assert all(text in said for text in question["texts"]), (question["line"], said)
        assert chat.language == who["language"]
    check_nothing_is_told(said_to(chat), who, cases)


@in_any_language
def test_the_refusals_that_a_stranger_gets_tell_nothing_either(
    who: Stranger, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = open_chat(http, who["client"], language=who["language"])
    refused = [
        chat.identify("not a token"),
        chat.identify(page_token(http, other_case(who))),
        chat.send("?", payload="b_neveroffered"),
        chat.send(""),
        chat.send("x" * 20_001),
        http.get(f"/api/cases/{who['case']}"),
        http.get(f"/api/cases/{who['case']}/balance", headers=chat.key),
    ]
    assert all(answer.status_code >= 400 for answer in refused)
    told = " ".join(answer.json()["detail"] for answer in refused)
    check_nothing_is_told(told, who, cases)


@in_any_language
def test_the_same_conversation_goes_on_when_the_stranger_has_identified(
    who: Stranger, http: httpx.Client
) -> None:
    chat = open_chat(http, who["client"], language=who["language"])
    chat.say(who["about_a_debt"][0])
    before = chat.transcript()
    identified = chat.identify(page_token(http, who["case"], reset=True))
    assert identified.status_code == httpx.codes.OK
    assert identified.json()["identified"] is True
    balance = last_card(chat.say(who["then"]["line"]), "balance")
    assert balance is not None
    assert balance["total"] == who["then"]["owed"]
    whole = chat.read()
    assert whole["messages"][: len(before)] == before
    assert (whole["identified"], whole["language"]) == (True, who["language"])


@in_any_language
def test_the_question_that_led_to_identifying_is_answered_without_asking_again(
    who: Stranger, http: httpx.Client
) -> None:
    chat = open_chat(http, who["client"], language=who["language"])
    chat.say(who["about_a_debt"][0])
    identified = chat.identify(page_token(http, who["case"], reset=True))
    balance = last_card(identified.json()["messages"], "balance")
    assert balance is not None
    assert balance["total"] == who["then"]["owed"]


@in_any_language
def test_the_page_of_a_stranger_names_the_client_and_no_case(
    who: Stranger, http: httpx.Client, cases: CaseSystem
) -> None:
    path = f"/api/chat/clients/{who['client']}"
    face = http.get(path, params={"language": who["language"]}).raise_for_status()
    check_nothing_is_told(json.dumps(face.json(), ensure_ascii=False), who, cases)


def test_an_agent_sees_no_case_beside_a_stranger(http: httpx.Client, stack: Stack) -> None:
    chat = open_chat(http, "no-mobil", language="nb")
    chat.say("jeg vil snakke med et menneske")
    with Desk(stack.address, "agent.no@demo") as desk:
        desk.waiting(chat.id)
        shown = desk.open(chat.id)
    assert shown["case"] is None
    assert shown["handoff"]["debtor"] is None
    assert shown["conversation"]["identified"] is False


def said_to(chat: Chat) -> str:
    """All that the other side has shown: texts, titles of buttons, cards."""
    said = [message for message in chat.transcript() if message["sender"] != "debtor"]
    shown = [text_of(said), json.dumps(cards(said), ensure_ascii=False)]
    shown += [button["title"] for message in said for button in message["buttons"]]
    return "\n".join(shown)


def check_nothing_is_told(told: str, who: Stranger, cases: CaseSystem) -> None:
    """No fact of the client's demonstration case, and no word for a debt."""
    facts = cases.case(who["case"])
    for fact in ("reference", "origin", "invoice_number"):
        assert facts[fact] not in told, facts[fact]
    assert facts["debtor"]["first_name"] not in told
    assert not numbers_in(told) & sums_of(facts["balance"])
    for word in who["words"]:
        assert not re.search(rf"\b{word}", told, re.IGNORECASE), (word, told)


def numbers_in(told: str) -> set[str]:
    """The numbers, without what groups their digits."""
    return {re.sub(r"\D", "", number) for number in re.findall(r"\d[\d\s.,']*", told)}


def sums_of(balance: dict[str, Any]) -> set[str]:
    """The sums of a case, in minor and in whole units; smaller ones may also be a time of day."""
    sums = [balance["total"], *(part["amount"] for part in balance["parts"])]
    return {str(unit) for amount in sums for unit in (amount, amount // 100) if unit >= 100}


def other_case(who: Stranger) -> str:
    """The case of a debtor of another client."""
    cases_of_others = (o["case"] for o in STRANGERS if o["client"] != who["client"])
    return str(next(cases_of_others))
