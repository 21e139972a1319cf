"""Wishes that a phrase says by itself, without a value beside it."""

from __future__ import annotations

from typing import Callable, Optional

from . import calendar_rules as calendar
from .message import Message
from .phrases import Match
from .tokens import Token

#: What is wished for when no month is named.
NEXT = "next"
#: The longest time that is read as one to wait; more is a slip or a joke.
_MOST_DAYS = 366
_MOST_MONTHS = 12


def skip(message: Message, match: Match) -> str:
    """Which instalment is left out: from the first day of a month on (ISO), or the next."""
    month = next((slot for slot in match.slots if isinstance(slot, int)), None)
    if month is None:
        return NEXT
    today = message.today
    first = calendar.clamped(today.year + (month < today.month), month, 1)
    return first.isoformat()


def more_time(message: Message, match: Match) -> Optional[str]:
    """How much longer, as an ISO 8601 duration in days or months: 'two weeks more' is P14D."""
    unit = next(slot for slot in match.slots if isinstance(slot, str))
    token = next((slot for slot in match.slots if isinstance(slot, Token)), None)
    number = 1 if token is None else token.number
    days = number * calendar.DAYS_IN.get(unit, 0)
    if days == int(days) and 0 < days <= _MOST_DAYS:
        return f"P{int(days)}D"
    months = number * calendar.MONTHS_IN.get(unit, 0)
    if months == int(months) and 0 < months <= _MOST_MONTHS:
        return f"P{int(months)}M"
    return None


def other_amount(message: Message, match: Match) -> str:
    """Another amount, without a word of which."""
    return "amount"


def other_pay_day(message: Message, match: Match) -> str:
    """Another pay day, without a word of which."""
    return "pay_day"


def together(message: Message, match: Match) -> str:
    """Over which cases a plan is to be: all of them."""
    return "all"


def plain_once(message: Message, match: Match) -> str:
    """The last answer in plainer words, and no more than that."""
    return "once"


def plain_kept(message: Message, match: Match) -> str:
    """Plainer words from now on."""
    return "kept"


def plain_off(message: Message, match: Match) -> str:
    """The usual words again."""
    return "off"


def by_writing(message: Message, match: Match) -> str:
    """How to be reached: not by telephone."""
    return "written"


def decide_for_me(message: Message, match: Match) -> str:
    """The choice is left to whoever asked."""
    return "decide"


def begin_again(message: Message, match: Match) -> str:
    """From the beginning once more."""
    return "again"


def debt_free(message: Message, match: Match) -> str:
    """What a time or a sum beside it is to lead to."""
    return "debt_free"


WISH_KINDS: dict[str, tuple[str, Callable[[Message, Match], Optional[str]]]] = {
    "skip": ("skip", skip),
    "other_amount": ("other", other_amount),
    "other_pay_day": ("other", other_pay_day),  # 'another day' is not a day more
    "more_time": ("more_time", more_time),
    "together": ("together", together),
    "plain_off": ("plain", plain_off),
    "plain_kept": ("plain", plain_kept),
    "plain_once": ("plain", plain_once),
    "by_writing": ("contact", by_writing),
    "decide_for_me": ("undecided", decide_for_me),
    "begin_again": ("afresh", begin_again),
    "debt_free": ("goal", debt_free),
}
