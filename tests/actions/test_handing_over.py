"""What a person is told that the debtor wrote."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.handing_over import hand_over
from actions.turn import Turn
from tests.actions.conftest import CaseSystem

TYPED = {"sure": True}


def user(text: str, intent: str, **more: Any) -> dict[str, Any]:
    """A message as the tracker keeps it; what was typed says how sure it is."""
    return {
        "event": "user",
        "text": text,
        "parse_data": {"text": text, "intent": {"name": intent}, "entities": [], **more},
    }


def turn_after(*events: dict[str, Any], **slots: Any) -> Turn:
    latest = {**events[-1]["parse_data"], "message_id": "m9"}
    known = {"identified": True, "case": "SE-1001", "language": "sv", **slots}
    tracker = Tracker("c1", known, latest, list(events), False, None, {}, "action_listen")
    return Turn(CollectingDispatcher(), tracker)


@pytest.mark.parametrize(
    ("last", "wish"),
    [
        (user("ja tack", "affirm", **TYPED), "jag har aldrig beställt det här"),
        (
            user("070", "inform", **{**TYPED, "entities": [{"entity": "phone", "value": "070"}]}),
            "jag har aldrig beställt det här",
        ),
        (user("Prata med en person", "request_human"), "jag har aldrig beställt det här"),
        (
            user("ring mig om avgiften, tack", "request_human", **TYPED),
            "ring mig om avgiften, tack",
        ),
    ],
)
async def test_it_is_what_led_there_where_the_last_line_says_nothing_itself(
    case_system: CaseSystem, last: dict[str, Any], wish: str
) -> None:
    first = user("jag har aldrig beställt det här", "dispute_debt", **TYPED)
    await hand_over(turn_after(user("", "open"), first, last), "dispute")
    assert case_system.handoffs[0]["wish"] == wish


async def test_a_button_at_the_very_beginning_is_its_own_words(case_system: CaseSystem) -> None:
    button = user("Prata med en person", "request_human")
    await hand_over(turn_after(user("", "open"), button), "requested")
    assert case_system.handoffs[0]["wish"] == "Prata med en person"


async def test_what_only_the_dialogue_knows_goes_with_it(case_system: CaseSystem) -> None:
    said = user("en människa", "request_human", **TYPED)
    await hand_over(turn_after(said, plain=True, known_phone="0701234567"), "requested")
    facts = case_system.handoffs[0]["facts"]
    assert (facts["plain"], facts["known_phone"], facts["intent"]) == (
        True,
        "0701234567",
        "request_human",
    )
