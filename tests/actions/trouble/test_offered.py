"""A person who was offered is counted by why, whoever wishes for one of their own accord as requested."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.trouble.offered import reason_of_call, reason_of_wish
from actions.trouble.paths import path_of
from actions.turn import Turn

Event = dict[str, Any]


def user(intent: str) -> Event:
    return {"event": "user", "text": "?", "parse_data": {"intent": {"name": intent}}}


def said(text: str) -> Event:
    return {"event": "bot", "metadata": {"utter_action": text, "said_in": "sv"}}


def turn_after(*events: Event, intent: str = "request_human") -> Turn:
    message = {"text": "?", "intent": {"name": intent}, "entities": []}
    slots = {"identified": True, "case": "SE-1001", "language": "sv"}
    tracker = Tracker("c1", slots, message, list(events), False, None, {}, "action_listen")
    return Turn(CollectingDispatcher(), tracker)


@pytest.mark.parametrize(
    ("offered", "reason"),
    [
        ("offer_person", "misunderstood"),
        ("choose_person", "misunderstood"),
        ("hardship_advice", "hardship"),
        ("hardship_general", "hardship"),
        ("balance", "requested"),
    ],
)
def test_a_wish_right_after_the_offer_is_counted_by_why_it_was_offered(
    offered: str, reason: str
) -> None:
    turn = turn_after(user("nlu_fallback"), said(offered), user("request_human"))
    assert path_of(turn).reason == reason_of_wish(turn) == reason
    assert path_of(turn).open_to_all


def test_a_wish_after_something_else_was_answered_is_of_their_own_accord() -> None:
    before = (user("report_hardship"), said("hardship_advice"), user("ask_fees"), said("fees"))
    assert reason_of_wish(turn_after(*before, user("request_human"))) == "requested"


def test_at_the_very_beginning_nothing_was_offered() -> None:
    assert reason_of_wish(turn_after(user("request_human"))) == "requested"


def test_a_call_is_counted_by_what_came_before_it_was_wished_for() -> None:
    asked = (user("request_callback"), said("callback_phone"), user("inform"))
    offered = (user("nlu_fallback"), said("offer_person"))
    assert reason_of_call(turn_after(*offered, *asked, intent="inform")) == "misunderstood"
    assert reason_of_call(turn_after(*asked, intent="inform")) == "callback"
