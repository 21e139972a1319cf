"""What makes it hard to pay, said beside a wish: one line that acknowledges it, before the answer."""

from actions.turn import Turn

#: The value of `subject` for it (assistant/hardship.py).
HARDSHIP = "hardship"


def meet_hardship(turn: Turn) -> None:
    """Once in a conversation: the next text begins with it. Nothing else of the answer changes."""
    if _tells(turn) and turn.slot("identified") and turn.slot("hardship_met") is None:
        turn.say_before("hardship", hardship_met=turn.message_id)


def is_met_in_this_message(turn: Turn) -> bool:
    """Whether an answer to the first wish of the message has acknowledged it."""
    return bool(turn.slot("hardship_met") == turn.message_id)


def knows_of_hardship(turn: Turn) -> bool:
    """Whether it was told, now or before."""
    return _tells(turn) or turn.slot("hardship_met") is not None


def _tells(turn: Turn) -> bool:
    return any(
        found["entity"] == "subject" and found["value"] == HARDSHIP for found in turn.entities
    )
