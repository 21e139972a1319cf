"""Wishes that a phrase says by itself, without a value beside it."""

from __future__ import annotations

from typing import Callable

from . import calendar_rules as calendar
from .message import Message
from .phrases import Match

#: What is wished for when no month is named.
NEXT = "next"


def skip(message: Message, match: Match) -> str:
    """Which instalment is left out: from the first day of a month on (ISO), or the next."""
    month = next((slot for slot in match.slots if isinstance(slot, int)), None)
    if month is None:
        return NEXT
    today = message.today
    first = calendar.clamped(today.year + (month < today.month), month, 1)
    return first.isoformat()


WISH_KINDS: dict[str, Callable[[Message, Match], str]] = {"skip": skip}
