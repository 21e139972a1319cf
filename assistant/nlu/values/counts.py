"""How many payments, how many months, which day of every month."""

from __future__ import annotations

from typing import Callable, Optional

from .calendar_rules import MONTHS_IN
from .message import Message
from .phrases import Match
from .tokens import Token

MOST_INSTALMENTS = 120
MOST_MONTHS = 120


def instalments(message: Message, match: Match) -> Optional[int]:
    """Whole number of payments; one payment is no plan."""
    number = match.slots[0].whole
    if message.text_at(match.last) in message.lexicon.slots["unit"]:
        return None  # 'dele på 10 måneder'
    return number if number and 2 <= number <= MOST_INSTALMENTS else None


def times(message: Message, match: Match) -> Optional[int]:
    """'delbetala, 6 gånger'; within a sentence it may be said of anything: 'ringt tre gånger'."""
    within = message.is_word(match.first - 1) or message.is_word(match.last)
    return None if within else instalments(message, match)


def duration(message: Message, match: Match) -> Optional[int]:
    """Whole months; days and weeks are none."""
    token, unit = match.slots
    months = token.number * MONTHS_IN.get(unit, 0)
    return int(months) if months == int(months) and 0 < months <= MOST_MONTHS else None


def duration_of_one(message: Message, match: Match) -> Optional[int]:
    """'vuoden ajan': the number is not said."""
    return MONTHS_IN.get(match.slots[0])


def duration_and_a_half(message: Message, match: Match) -> Optional[int]:
    """'a year and a half'."""
    unit, half = match.slots
    months = MONTHS_IN.get(unit, 0) * (1 + half.number)
    return int(months) if half.number < 1 and months and months == int(months) else None


def day_of_month(message: Message, match: Match) -> Optional[int]:
    """1-31."""
    token: Token = next(slot for slot in match.slots if isinstance(slot, Token))
    return token.whole


def last_of_every_month(message: Message, match: Match) -> Optional[int]:
    """The last day, whichever it is: 31."""
    return 31


COUNT_KINDS: dict[str, tuple[str, Callable[[Message, Match], Optional[int]]]] = {
    "day_of_month": ("day_of_month", day_of_month),
    "last_of_every_month": ("day_of_month", last_of_every_month),
    "instalments": ("instalments", instalments),
    "times": ("instalments", times),
    "duration": ("duration", duration),
    "duration_of_one": ("duration", duration_of_one),
    "duration_and_a_half": ("duration", duration_and_a_half),
}
