"""What goes out of the route of ending."""

from pydantic import BaseModel

from backend.handoff.kinds import Outcome


class OutcomeOut(BaseModel):
    """How it may have ended, and for which reasons."""

    outcome: Outcome
    reasons: list[str]


class Ending(BaseModel):
    """What an agent needs to end a conversation: lines to begin the note with, and the choices."""

    summary: str
    outcomes: list[OutcomeOut]
