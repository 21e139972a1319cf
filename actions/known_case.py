"""The visitor's case where it is of use and not needed: in a greeting, for what can be chosen."""

from actions.case_api import CaseSystemAway, Json
from actions.turn import Turn


async def known_case(turn: Turn) -> Json | None:
    """The visitor's case; None for a stranger, and while the case system is away.

    What was read is known for the rest of the turn: buttons that fit a plan that runs stand in the
    place of those that make one.
    """
    if not turn.slot("identified"):
        return None
    try:
        return await turn.case()
    except CaseSystemAway:
        return None  # a greeting does without; whatever is asked next says so
