"""Who of the staff is at work: set by themselves, known from their live line, and read by others.

Knows the table of staff and nothing above it, so that whatever promises a person can ask here.
"""

from backend.duty.states import DutyState
from backend.duty.who import how_many_on_duty, is_on_duty

__all__ = ["DutyState", "how_many_on_duty", "is_on_duty"]
