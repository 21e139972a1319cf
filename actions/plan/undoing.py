"""Taking back a yes, within the days that the client gives for it."""

from actions.case_api import Json, Refused
from actions.turn import Turn


async def plan_to_undo(turn: Turn) -> Json | None:
    """The plan that may be undone today, if there is one."""
    if not turn.slot("identified") or not turn.slot("case"):
        return None
    plan: Json | None = (await turn.case())["plan"]
    return plan if plan and plan.get("can", {}).get("undo") else None


def ask_to_undo(turn: Turn, plan: str) -> None:
    """Asks once more, because it cannot be taken back in its turn."""
    turn.ask_yes_or_no("undo_ask", {"about": "undo", "plan": plan})


async def undo(turn: Turn, plan: str) -> None:
    """Undoes it; after the last day only a person can."""
    try:
        undone = await turn.api.undo(plan)
    except Refused:
        turn.ask_yes_or_no("undo_too_late", {"about": "handoff", "reason": "change_plan"})
        return
    if undone.get("replaces"):
        turn.say("undone", goes_on=True, choices=["ask_plan_status", "change_plan", "person"])
    else:
        turn.say("undone", goes_on=False)
