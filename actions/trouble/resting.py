"""Letting the case rest while something is looked into."""

from actions.turn import Turn


async def rest(turn: Turn, reason: str, note: str) -> None:
    """Rests an identified person's case for a reason; once is enough, however often it is said."""
    case = await turn.case()
    if reason not in {hold["reason"] for hold in case.get("holds", ())}:
        await turn.api.hold(turn.case_reference, reason, note, key=f"{turn.key}:{reason}")
