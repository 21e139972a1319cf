"""A correction of what was asked about last: what was said before stays, but for what is said anew."""

from typing import Any

from actions.case_api import Json
from actions.turn import Turn

#: Values of which a new one takes the place of all others in its group.
_GROUPS = (
    {"date", "day_of_month", "more_time"},
    {"amount", "instalments", "duration"},
    {"rhythm"},
    {"skip"},
)
#: How large or how often something is paid leaves nothing out any more.
_ENDS_A_SKIP = _GROUPS[1] | _GROUPS[2]
#: Which values are an answer to a question about a plan that runs, and what they then wish for.
AMEND: Json = {
    "intent": "change_plan",
    "takes": sorted(set().union(*_GROUPS, {"other"})),
}


def corrected(turn: Turn) -> list[dict[str, Any]]:
    """The values of the message, and those of the wish that it corrects."""
    if not turn.amends:
        return turn.entities
    amend: Json = (turn.slot("pending") or {}).get("amend") or {}
    return with_correction(amend.get("said", []), turn.entities)


def with_correction(
    before: list[dict[str, Any]], said: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Pure: the values said before whose group is not named anew, then the new ones."""
    named = {one["entity"] for one in said if not one.get("negated")}
    gone = set().union(*(group for group in _GROUPS if group & named))
    if named & _ENDS_A_SKIP:
        gone |= {"skip"}
    return [one for one in before if one["entity"] not in gone] + said
