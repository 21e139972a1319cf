"""Two wishes in one message are both answered, also when one has to identify first."""

from typing import Any

import httpx
import pytest

from tests.walks.chat import buttons, last_card, open_chat, page_token, text_of

BALANCE_AND_PLAN = [
    ("se-energi", "SE-1001", "sv", "Vad är jag skyldig? Och kan jag dela upp det?"),
    ("no-mobil", "NO-1001", "nb", "Hvor mye skylder jeg? Og kan jeg dele det opp?"),
    ("dk-fitness", "DK-1001", "da", "Hvor meget skylder jeg? Og kan jeg betale det i rater?"),
    ("fi-kauppa", "FI-1001", "fi", "Paljonko olen velkaa? Voinko maksaa sen osissa?"),
    ("is-tryggingar", "IS-1001", "is", "Hvað skulda ég mikið? Og get ég skipt þessu?"),
    ("se-energi", "SE-1001", "en", "How much do I owe? And can I pay in instalments?"),
]


def asks_for_an_instalment(answer: list[dict[str, Any]]) -> bool:
    """The last thing said has buttons with plans, whose titles begin with a count."""
    titles = [button["title"] for button in buttons(answer[-1:])]
    return bool(titles) and all(title[0].isdigit() for title in titles)


@pytest.mark.parametrize(("client", "case", "language", "message"), BALANCE_AND_PLAN)
def test_what_is_owed_is_said_and_a_plan_begun(
    http: httpx.Client, client: str, case: str, language: str, message: str
) -> None:
    chat = open_chat(http, client, case=case, language=language)
    answer = chat.say(message)
    assert last_card(answer, "balance") is not None, text_of(answer)
    assert asks_for_an_instalment(answer), text_of(answer)


def test_a_payment_is_noted_before_the_rest_is_split(http: httpx.Client) -> None:
    chat = open_chat(http, "se-energi", case="SE-1001", language="sv")
    answer = chat.say("jag har betalat halva och vill dela upp resten")
    assert len(answer) > 1
    assert asks_for_an_instalment(answer), text_of(answer)


def test_a_stranger_gets_both_answers_once_identified(http: httpx.Client) -> None:
    chat = open_chat(http, "se-energi", language="sv")
    asked = chat.say("Vad är jag skyldig? Och kan jag dela upp det?")
    assert last_card(asked, "balance") is None
    assert chat.identify(page_token(http, "SE-1001", reset=True)).status_code == httpx.codes.OK
    assert last_card(chat.last, "balance") is not None
    assert asks_for_an_instalment(chat.last), text_of(chat.last)
