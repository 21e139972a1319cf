"""From the beginning: of what is being agreed, or of the conversation."""

from actions.turn import Turn


def begin_again(turn: Turn) -> None:
    """In a form its first question comes next, and nothing of what was said to it is kept."""
    if turn.active_loop:
        turn.remember(plan_terms=None, plan_outcome=None, plan_decision=None, plan_compared=None)
        turn.remember(callback_phone=None, asked="afresh")
        turn.say("afresh", within=True)
    else:
        turn.say("afresh", within=False)
