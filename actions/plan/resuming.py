"""A plan that was left off while it was being agreed, taken up again after a pause.

What was offered then may hold no more. So only the terms that were wished for are kept; a yes asks
the rules anew, and a no drops them.
"""

from typing import Any

from rasa_sdk.events import FollowupAction

from actions.case_api import Json
from actions.plan.shown import offer_values
from actions.plan.terms import Terms
from actions.standing import again
from actions.turn import Choice, Turn

FORM = "plan_form"
#: What a pending question is about that asks whether to go on with a plan.
RESUME = "resume"
TEXT = "plan_left_off"
CHOICES: list[Choice] = ["go_on", "start_anew", "person"]
#: Of an offer's values those that tell how far it had got.
_TOLD = ("instalment", "total", "monthly", "weeks", "single")


def left_off(turn: Turn) -> Json | None:
    """The question whether to go on, as what waits for its answer; None when there was no plan.

    Somebody who went away without answering it is asked again.
    """
    if turn.active_loop == FORM:
        told = _how_far(turn.slot("plan_outcome"))
        return {
            "about": RESUME,
            "terms": turn.slot("plan_terms"),
            **again(TEXT, CHOICES, **told),
        }
    pending: Json = turn.slot("pending") or {}
    return pending if pending.get("about") == RESUME else None


def ask_whether_to_go_on(turn: Turn, pending: Json) -> None:
    """Asks it, with buttons to go on, to begin anew, and for a person."""
    turn.ask_yes_or_no(TEXT, pending, choices=CHOICES, **pending["again"]["values"])


def terms_left_off(turn: Turn) -> Terms | None:
    """The terms of a plan that was left off, while it is asked whether to go on with it."""
    pending: Json = turn.slot("pending") or {}
    return pending.get("terms") if pending.get("about") == RESUME else None


def is_left_off(turn: Turn) -> bool:
    """Whether it is asked now."""
    return (turn.slot("pending") or {}).get("about") == RESUME


def go_on(turn: Turn, terms: Terms | None) -> None:
    """Begins the form again, which asks the rules about the terms, or for terms when there are none."""
    turn.remember(pending=None, asked=None, plan_resumed={"terms": terms})
    turn.events.append(FollowupAction(FORM))


def _how_far(outcome: Json | None) -> dict[str, Any]:
    offers = (outcome or {}).get("offers")
    if not offers:
        return {"reached": "nothing"}
    values = offer_values(offers[0])
    return {"reached": "offer", **{name: values[name] for name in _TOLD}}
