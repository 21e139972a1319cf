"""A question in the middle of an offer: it is answered, and what was asked before is asked again."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers.answering import AnswerQuestion
from tests.actions.conftest import CaseSystem

TOLD = {"first_amount": {"amount": 50000, "currency": "SEK"}, "first_due": "2026-12-28"}
OFFERED = {
    "about": "offer",
    "offer": "o1",
    "again": {"text": "plan_change_back", "choices": ["person"], "values": TOLD},
}


async def asked(intent: str, pending: dict[str, Any]) -> tuple[list[dict], dict[str, Any]]:
    slots = {"identified": True, "case": "SE-1001", "language": "sv", "pending": pending}
    message = {"text": "?", "message_id": "m1", "intent": {"name": intent}, "entities": []}
    tracker = Tracker("c1", slots, message, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    events = await AnswerQuestion().run(dispatcher, tracker, {})
    remembered = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
    return dispatcher.messages, {**slots, **remembered}


async def test_the_offer_stays_open_and_is_asked_about_last(case_system: CaseSystem):
    said, slots = await asked("ask_interest", OFFERED)
    assert said[-1]["response"] == "plan_change_back"
    assert [message.get("choices") for message in said[:-1]] == [[]] * (len(said) - 1)
    assert slots["pending"] == OFFERED


async def test_a_question_of_its_own_takes_the_place_of_the_offer(case_system: CaseSystem):
    said, slots = await asked("ask_limitation_period", OFFERED)
    assert [message["response"] for message in said] == ["limitation"]
    assert slots["pending"]["about"] == "handoff"


async def test_what_cannot_be_asked_again_no_longer_stands(case_system: CaseSystem):
    _, slots = await asked("ask_interest", {"about": "handoff", "reason": "rules"})
    assert slots["pending"] is None


async def test_what_a_later_day_costs_is_what_is_asked_while_one_is_offered(
    case_system: CaseSystem,
):
    told = {"until": "2026-12-07", "grows": False, "known": True}
    again = {"text": "deferral_back", "choices": ["person"], "values": told}
    deferral = {"about": "deferral", "until": "2026-12-07", "again": again}
    said, slots = await asked("ask_plan_cost", deferral)
    assert [message["response"] for message in said] == ["deferral_cost"]
    assert slots["pending"] == deferral
