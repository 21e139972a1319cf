"""How often in a row a person was answered by the same action."""

from actions.turn import Turn


def times_in_a_row(turn: Turn, action: str) -> int:
    """How many messages were answered so, this one too: also one whose intent led elsewhere."""
    times, answered = 0, True
    for event in reversed(turn.tracker.events):
        if event["event"] == "action":
            answered = answered or event.get("name") == action
        elif event["event"] == "user":
            if not answered:
                break
            times, answered = times + 1, False
    return times
