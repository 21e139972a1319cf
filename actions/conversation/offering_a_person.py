"""A person, offered when it has gone wrong often enough; a call when nobody is there."""

from actions.turn import Turn


async def offer_a_person(turn: Turn) -> None:
    """Asks whether to get one now, or, out of hours, whether to call when people are there again."""
    if not turn.slot("identified"):
        turn.say("choose_person")
        return
    client = await turn.client()
    if client["open_now"]:
        pending = {"about": "handoff", "reason": "misunderstood"}
        turn.ask_yes_or_no("offer_person", pending, open_now=True)
        return
    opens = client["next_opening"]
    turn.ask_which("offer_person", ["call_me", "person"], open_now=False, next_opening=opens)
