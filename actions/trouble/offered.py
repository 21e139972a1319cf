"""Why somebody wants a person who was just offered one: so it is counted, and so it is given to staff."""

from collections.abc import Sequence

from actions.case_api import Json
from actions.said import last_answer
from actions.turn import Turn

REQUESTED, CALLBACK = "requested", "callback"
_ASKS_FOR_A_CALL = "request_callback"
#: The texts that offer a person, each with why. Any other wish is of the debtor's own accord.
_OFFERED_WITH = {
    "offer_person": "misunderstood",
    "choose_person": "misunderstood",
    "hardship_advice": "hardship",
    "hardship_general": "hardship",
}


def reason_of_wish(turn: Turn) -> str:
    """The reason of the handoff that a wish for a person makes."""
    return _offered_with(turn.tracker.events) or REQUESTED


def reason_of_call(turn: Turn) -> str:
    """The same of a call, which was wished for before the number was asked for."""
    events = turn.tracker.events
    wishes = [place for place, event in enumerate(events) if _asks_for_a_call(event)]
    return _offered_with(events[: wishes[-1]] if wishes else ()) or CALLBACK


def _offered_with(events: Sequence[Json]) -> str | None:
    said = (_OFFERED_WITH.get(one.text) for one in last_answer(events))
    return next((reason for reason in said if reason is not None), None)


def _asks_for_a_call(event: Json) -> bool:
    understood = (event.get("parse_data") or {}).get("intent") or {}
    return event["event"] == "user" and understood.get("name") == _ASKS_FOR_A_CALL
