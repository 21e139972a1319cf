"""Somebody who leaves a choice to the assistant, or passes a question over."""

from actions.plan.wishes import NEXT
from actions.turn import Turn


def is_undecided(turn: Turn) -> bool:
    """Whether the message says so and no more; a bare "skip" is about the question here."""
    undecided = turn.value("undecided") is not None or turn.value("skip") == NEXT
    return turn.intent == "inform" and undecided
