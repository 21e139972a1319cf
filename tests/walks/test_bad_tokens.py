"""Payment-page tokens that are wrong, too old, used, or another client's: they identify nobody."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import jwt
import pytest

from tests.walks.chat import begin, cards, open_chat, page_token
from tests.walks.conftest import PAYMENT_PAGE_SECRET
from tests.walks.refused import check_refused

CLIENT, CASE = "se-energi", "SE-1001"


def made(secret: str = PAYMENT_PAGE_SECRET, algorithm: str = "HS256", **claims: Any) -> str:
    """A token as the client's page would make it, but for what is given."""
    usual = {
        "client": CLIENT,
        "case": CASE,
        "exp": datetime.now(UTC) + timedelta(minutes=5),
        "jti": uuid4().hex,
    }
    given = {**usual, **claims}
    kept = {name: value for name, value in given.items() if value is not None}
    return jwt.encode(kept, secret, algorithm=algorithm)


WRONG: dict[str, Callable[[], str]] = {
    "garbage": lambda: "garbage",
    "empty parts": lambda: "..",
    "another secret": lambda: made(secret="x" * 64),
    "no signature": lambda: made(secret="", algorithm="none"),
    "cut short": lambda: made()[:-4],
    "another client's": lambda: made(client="no-mobil", case="NO-1001"),
    "another client's case": lambda: made(case="NO-1001"),
    "a case that is not there": lambda: made(case="SE-9999"),
    "no case": lambda: made(case=None),
    "no end": lambda: made(exp=None),
    "no id": lambda: made(jti=None),
    "a case that is no text": lambda: made(case=1001),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_token_begins_no_conversation(kind: str, http: httpx.Client) -> None:
    check_refused(begin(http, wanted(WRONG[kind]())), 401, "token-wrong")


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_token_identifies_nobody_in_a_conversation(kind: str, http: httpx.Client) -> None:
    chat = open_chat(http, CLIENT, language="sv")
    check_refused(chat.identify(WRONG[kind]()), 401, "token-wrong")
    assert chat.read()["identified"] is False
    chat.say("hur mycket är jag skyldig?")
    assert cards(chat.last) == []


def test_every_wrong_token_has_the_same_answer(http: httpx.Client) -> None:
    answers = {begin(http, wanted(make())).text for make in WRONG.values()}
    assert len(answers) == 1


def test_an_expired_token_is_refused_as_expired(http: httpx.Client) -> None:
    expired = made(exp=datetime.now(UTC) - timedelta(seconds=1))
    check_refused(begin(http, wanted(expired)), 401, "token-expired")
    check_refused(open_chat(http, CLIENT).identify(expired), 401, "token-expired")


def test_a_token_works_once(http: httpx.Client) -> None:
    token = page_token(http, CASE)
    assert begin(http, wanted(token)).status_code == httpx.codes.CREATED
    check_refused(begin(http, wanted(token)), 401, "token-used")
    check_refused(open_chat(http, CLIENT).identify(token), 401, "token-used")


def test_a_token_shown_again_in_its_own_conversation_has_the_same_answer(
    http: httpx.Client,
) -> None:
    chat = open_chat(http, CLIENT, language="sv")
    token = page_token(http, CASE)
    first = chat.identify(token)
    once = chat.transcript()
    again = chat.identify(token)
    assert first.json() == again.json()
    assert chat.transcript() == once


def test_a_conversation_is_not_turned_over_to_another_debtor(http: httpx.Client) -> None:
    chat = open_chat(http, CLIENT, case=CASE)
    before = chat.transcript()
    refused = chat.identify(page_token(http, "SE-1007"))
    check_refused(refused, 409, "token-of-another-case")
    assert "SE-1001" not in refused.text
    assert chat.transcript() == before


def test_a_refusal_is_in_the_visitors_language(http: httpx.Client) -> None:
    answers = {begin(http, wanted("garbage", language)).text for language in ("sv", "en", "fi")}
    assert len(answers) == 3


def wanted(token: str, language: str = "sv") -> dict[str, Any]:
    return {"client": CLIENT, "token": token, "language": language}
