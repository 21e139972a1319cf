"""A question that waits is asked again after what came between, and a yes to two parts asks which."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.deciding import Affirm, Cancel, Deny
from actions.conversation.understanding import Inform
from actions.dialogue_action import DialogueAction

STANDS = {
    "about": "handoff",
    "reason": "rules",
    "again": {"text": "handoff_back", "choices": None, "values": {}},
}
WHICH = {
    "about": "which",
    "again": {"text": "value_for_what", "choices": ["request_plan", "pay_now"], "values": {}},
}


async def answered(
    action: DialogueAction,
    intent: str,
    pending: dict[str, Any] | None,
    entities: dict[str, Any] | None = None,
    form: str | None = None,
    more: bool = False,
) -> tuple[list[str], dict[str, Any]]:
    found = [{"entity": name, "value": value} for name, value in (entities or {}).items()]
    message = {
        "text": "?",
        "message_id": "m1",
        "intent": {"name": intent},
        "entities": found,
        "metadata": {"more_follows": more},
    }
    loop = {"name": form} if form else None
    slots = {"identified": False, "language": "en", "pending": pending}
    tracker = Tracker("c1", slots, message, [{"event": "user"}], False, None, loop, None)
    dispatcher = CollectingDispatcher()
    events = await action.run(dispatcher, tracker, {})
    remembered = {one["name"]: one["value"] for one in events if one["event"] == "slot"}
    return [one["response"] for one in dispatcher.messages], remembered


async def test_a_choice_that_is_left_to_us_is_given_back_and_asked_for_again() -> None:
    texts, remembered = await answered(Inform(), "inform", STANDS, {"undecided": "decide"})
    assert texts == ["yours_to_decide", "handoff_back"]
    assert remembered["pending"] == STANDS


async def test_before_a_second_wish_of_the_message_nothing_is_asked() -> None:
    texts, _ = await answered(Inform(), "inform", STANDS, {"undecided": "decide"}, more=True)
    assert texts == ["yours_to_decide"]


async def test_a_yes_to_a_question_with_two_parts_asks_which() -> None:
    texts, remembered = await answered(Affirm(), "affirm", WHICH)
    assert texts == ["which_one"]
    assert remembered["pending"] == WHICH


async def test_a_no_to_both_asks_for_own_words() -> None:
    assert (await answered(Deny(), "deny", WHICH))[0] == ["none_of_them"]


async def test_a_no_to_a_form_that_asks_for_a_value_ends_it() -> None:
    texts, remembered = await answered(Deny(), "deny", None, form="plan_form")
    assert texts == ["no_then"]
    assert remembered["plan_terms"] is None


async def test_from_the_beginning_forgets_and_asks_the_first_question() -> None:
    texts, remembered = await answered(
        Cancel(), "cancel", None, {"afresh": "again"}, form="plan_form"
    )
    assert texts == ["afresh"]
    assert remembered["plan_outcome"] is None
    assert remembered["asked"] == "afresh"


async def test_from_the_beginning_leaves_the_question_for_a_number() -> None:
    texts, remembered = await answered(
        Cancel(), "cancel", None, {"afresh": "again"}, form="callback_form"
    )
    assert texts == ["afresh"]
    assert remembered["requested_slot"] is None
