"""For each reason of the list there is a way on which a debtor gets there, and the card says it."""

import asyncio
from datetime import date
from random import Random

import httpx
import pytest

from backend.handoff.reasons import reasons
from tests.handoffs.__main__ import chosen_plays
from tests.handoffs.cases import Wish, write_copies
from tests.handoffs.played import Played
from tests.handoffs.playing import Play
from tests.handoffs.report import CHECKS
from tests.stack import TODAY, Stack
from tests.walks.chat import open_chat
from tests.walks.conftest import visitor
from tests.walks.desk import Desk

#: What the debtor's words alone do not lead to, each with the test that gets there.
ELSEWHERE = {
    "reopened": "test_who_writes_again_after_the_end_is_reopened",
    "taken_up": "test_what_an_agent_takes_without_being_asked_is_taken_up",
    "technical": "test_when_a_sum_cannot_be_had.py",
    "rate_unknown": "test_when_a_sum_cannot_be_had.py",
    "other": "tests/actions/trouble/test_paths.py",  # an intent that a designer hands over
}
#: What the card has to hold here; all twenty facts are measured by `make eval-handoff`.
HOLDS = ("reason", "words", "flow", "care")


def first_of_each() -> dict[str, Played]:
    """The first script of each reason."""
    found: dict[str, Played] = {}
    for play in chosen_plays():
        found.setdefault(play.situation.reason, play)
    return found


PLAYS = first_of_each()


def test_there_is_a_way_to_each_reason() -> None:
    assert set(PLAYS) | set(ELSEWHERE) == set(reasons())
    assert not set(PLAYS) & set(ELSEWHERE)


@pytest.fixture(scope="module")
def played(stack: Stack) -> dict[str, Played]:
    """The scripts with cases of their own."""
    wishes = [
        Wish(play.client, play.situation.cases, play.situation.days_ago) for play in PLAYS.values()
    ]
    written = write_copies(stack.database_url, date.fromisoformat(TODAY), wishes)
    for play, references in zip(PLAYS.values(), asyncio.run(written), strict=True):
        play.cases = references
    return PLAYS


@pytest.mark.parametrize("reason", PLAYS)
def test_the_words_of_a_debtor_lead_to_it(
    reason: str, played: dict[str, Played], stack: Stack
) -> None:
    play = played[reason]
    with Desk(stack.address, "agent@demo") as desk, visitor(stack) as http:
        http.headers["X-Requested-With"] = "sovinto"
        http.cookies.set("sovinto_staff", desk.cookie)
        Play(http, play, Random(1)).run()
    assert not play.failed
    assert play.card is not None
    wrong = {fact: CHECKS[fact](play, play.card) for fact in HOLDS}
    assert not any(wrong.values()), wrong
    assert 2 <= len(play.summary) <= 5


def test_who_writes_again_after_the_end_is_reopened(http: httpx.Client, stack: Stack) -> None:
    chat = open_chat(http, "no-mobil", case="NO-1001", language="nb")
    chat.say("snakke med et menneske")
    with Desk(stack.address, "agent@demo") as desk:
        desk.take(chat.id)
        desk.close(chat.id, outcome="promised")
        chat.say("en ting til")
        assert desk.open(chat.id)["card"]["why"]["reason"] == "reopened"


def test_what_an_agent_takes_without_being_asked_is_taken_up(
    http: httpx.Client, stack: Stack
) -> None:
    chat = open_chat(http, "no-mobil", case="NO-1001", language="nb")
    chat.say("snakke med et menneske")
    with Desk(stack.address, "agent@demo") as desk:
        desk.take(chat.id)
        desk.give_back(chat.id)
        assert desk.take(chat.id).status_code == httpx.codes.OK
        assert desk.open(chat.id)["card"]["why"]["reason"] == "taken_up"
