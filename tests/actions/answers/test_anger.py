"""Somebody who is angry gets a person, without having to ask for one."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers.answering import AnswerQuestion
from tests.actions.conftest import CaseSystem

KNOWN = {"identified": True, "case": "SE-1001", "client": "se-energi", "language": "sv"}


def said(intent: str) -> dict[str, Any]:
    parse = {"text": "?", "intent": {"name": intent}, "entities": [], "message_id": intent}
    return {"event": "user", "text": "?", "parse_data": parse}


async def heard(*intents: str) -> list[str]:
    """What is answered to the last of them."""
    events = [said(intent) for intent in intents]
    latest = events[-1]["parse_data"]
    tracker = Tracker("c1", dict(KNOWN), latest, events, False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    await AnswerQuestion().run(dispatcher, tracker, {})
    return [message["response"] for message in dispatcher.messages]


async def test_one_hard_word_is_met_calmly(case_system: CaseSystem) -> None:
    assert await heard("ask_balance", "abuse") == ["abuse"]
    assert case_system.handoffs == []


async def test_the_second_gets_a_person_also_with_something_else_between(
    case_system: CaseSystem,
) -> None:
    assert await heard("abuse", "ask_balance", "abuse") == ["anger", "handoff_queue"]
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["anger"]
