"""Buttons that were never offered, belong to somebody else, or are no longer meant."""

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.chat import Chat, buttons, last_card, open_chat
from tests.walks.refused import check_refused


@pytest.fixture
def chat(http: httpx.Client) -> Chat:
    """A debtor who has been offered five instalments."""
    chat = open_chat(http, "se-energi", case="SE-1001", language="sv")
    chat.say("jag vill betala i 5 delbetalningar")
    return chat


@pytest.mark.parametrize(
    "payload",
    ["b_AAAAAAAAAAAAAAAA", "/affirm", '/propose_terms{"instalments": 99}', "identify", "", "'--"],
)
def test_a_payload_that_was_never_offered_is_refused(
    payload: str, chat: Chat, cases: CaseSystem
) -> None:
    before = chat.transcript()
    check_refused(chat.send("Ja", payload=payload), 422, "payload-unknown")
    assert chat.transcript() == before
    assert cases.count_plans("SE-1001") == 0


def test_a_button_of_another_conversation_is_refused(
    chat: Chat, http: httpx.Client, cases: CaseSystem
) -> None:
    other = open_chat(http, "se-energi", case="SE-1007", language="sv")
    accept = buttons(chat.last)[0]
    check_refused(other.send(accept["title"], payload=accept["payload"]), 422, "payload-unknown")
    assert cases.case("SE-1001")["plan"] is None


def test_a_pressed_button_says_its_own_title_whatever_text_comes_with_it(chat: Chat) -> None:
    accept = buttons(chat.last)[0]
    chat.say("<b>något annat</b>", payload=accept["payload"])
    debtor = [message for message in chat.transcript() if message["sender"] == "debtor"]
    assert debtor[-1]["text"] == accept["title"]


def test_the_accept_button_of_an_earlier_offer_does_not_agree_to_the_new_one(
    chat: Chat, cases: CaseSystem
) -> None:
    old, offered = buttons(chat.last)[0], last_card(chat.last, "plan")
    assert offered is not None
    chat.say("nej, 6 delbetalningar, inte 5")
    chat.press(old)
    plan = cases.case("SE-1001")["plan"]
    assert plan is None or plan["instalments"] == offered["instalments"]
    told = last_card(chat.last, "plan")
    assert told is None or told["instalments"] == offered["instalments"]


def test_the_accept_button_pressed_again_later_agrees_nothing_more(
    chat: Chat, cases: CaseSystem
) -> None:
    accept = buttons(chat.last)[0]
    chat.press(accept)
    plan = cases.case("SE-1001")["plan"]["id"]
    chat.press(accept)
    assert cases.case("SE-1001")["plan"]["id"] == plan
    assert cases.count_plans("SE-1001") == 1


def test_the_accept_button_of_an_offer_for_a_case_that_was_paid_since_agrees_nothing(
    chat: Chat, http: httpx.Client, cases: CaseSystem
) -> None:
    accept = buttons(chat.last)[0]
    open_chat(http, "se-energi", case="SE-1001")  # as new: its offers are gone
    chat.press(accept)
    assert cases.count_plans("SE-1001") == 0
    assert last_card(chat.last, "plan") is None
