"""How often is to be paid: every week, every two weeks, once a month."""

from __future__ import annotations

from typing import Optional

from . import calendar_rules as calendar
from .message import Message
from .phrases import Match
from .tokens import Token

RHYTHM = "rhythm"
#: The phrases that name no rhythm and count it: 'every 14 days'.
EVERY = "every"
#: The words that tell how often only straight after an amount: by itself 'i veckan' is a time.
A_WEEK = "a_week"

_BY_DAYS = {7: "weekly", 14: "fortnightly"}
_BY_MONTHS = {1: "monthly"}


def rhythm_of(match: Match) -> Optional[str]:
    """The rhythm of a phrase, None where no plan is paid so."""
    if match.meta != EVERY:
        return str(match.meta)
    unit = next(slot for slot in match.slots if isinstance(slot, str))
    token = next(slot for slot in match.slots if isinstance(slot, Token))
    number = token.whole or 0
    if unit in calendar.DAYS_IN:
        return _BY_DAYS.get(number * calendar.DAYS_IN[unit])
    return _BY_MONTHS.get(number * calendar.MONTHS_IN[unit])


def add_a_week(message: Message) -> None:
    """'200 a week'."""
    for reading in list(message.readings):
        match = message.starting_at(A_WEEK, reading.last)
        if reading.entity == "amount" and match and message.is_free(match.first, match.last):
            message.add(RHYTHM, "weekly", match.first, match.last)
