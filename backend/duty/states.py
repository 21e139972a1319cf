"""How a duty is read at a moment. Nothing has to happen for a state to end but that time passes."""

from datetime import datetime
from typing import Literal

from backend.duty.models import Duty

DutyState = Literal["available", "wrap_up", "away"]
Choice = Literal["available", "away"]


def state_of(duty: Duty | None, now: datetime) -> DutyState:
    """Away by choice or without a line, wrapping up for a while, else available."""
    if duty is None or duty.choice == "away" or not is_here(duty, now):
        return "away"
    return "wrap_up" if wraps_up(duty, now) else "available"


def is_here(duty: Duty, now: datetime) -> bool:
    """Whether the console is open, or was a moment ago."""
    return duty.here_until is not None and duty.here_until > now


def wraps_up(duty: Duty, now: datetime) -> bool:
    """Whether a conversation was closed a moment ago."""
    return duty.wrap_up_until is not None and duty.wrap_up_until > now
