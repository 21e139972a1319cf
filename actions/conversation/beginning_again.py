"""From the beginning: of what is being agreed, or of the conversation."""

from actions.known_case import known_case
from actions.turn import Turn

#: What is begun anew where it is; any other form is left, for who begins again wants something else.
_BEGINS_ANEW = "plan_form"


async def begin_again(turn: Turn) -> None:
    """In a plan its first question comes next, and nothing of what was said to it is kept."""
    if turn.active_loop == _BEGINS_ANEW:
        turn.remember(plan_terms=None, plan_outcome=None, plan_decision=None, plan_compared=None)
        turn.remember(asked="afresh")
        turn.say("afresh", within=True)
        return
    if turn.active_loop:
        turn.leave_form()
    await known_case(turn)  # what can be chosen differs where a plan runs
    turn.say("afresh", within=False)
