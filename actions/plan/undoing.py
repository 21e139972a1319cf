"""Taking back a yes, within the days that the client gives for it."""

from actions.case_api import Json, Refused
from actions.turn import Turn


def may_undo(plan: Json) -> bool:
    """Whether the debtor may undo it today."""
    return bool(plan.get("can", {}).get("undo"))


def ask_to_undo_plan(turn: Turn, plan: Json) -> None:
    """Asks whether it is to be undone, or, where the debtor may not, whether to get a person."""
    if may_undo(plan):
        ask_to_undo(turn, plan["id"], joint=bool(plan.get("joint")))
    else:
        say_not_here(turn)


def ask_to_undo(turn: Turn, plan: str, *, joint: bool) -> None:
    """Asks once more, because it cannot be taken back in its turn; `joint` over several cases."""
    turn.ask_yes_or_no("undo_ask", {"about": "undo", "plan": plan}, joint=joint)


def say_not_here(turn: Turn) -> None:
    """The client gives no days for it, or they are over: a person may help."""
    turn.ask_yes_or_no("undo_too_late", {"about": "handoff", "reason": "change_plan"})


async def undo(turn: Turn, plan: str) -> None:
    """Undoes it; after the last day only a person can."""
    try:
        undone = await turn.api.undo(plan)
    except Refused:
        say_not_here(turn)
        return
    if undone.get("replaces"):
        turn.say(
            "undone",
            goes_on=True,
            joint=False,
            choices=["ask_plan_status", "change_plan", "person"],
        )
    else:
        turn.say("undone", goes_on=False, joint=bool(undone.get("joint")))
