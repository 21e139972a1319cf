"""Dates with a month's name in an order that no phrase has ('2026 november 25'), by dateparser.

It is handed only what is certainly a date (a month's name with figures beside it, none of them
taken), and believed only where its day, month and year are those that stand there: left alone it
drops days silently.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Optional

from .message import Message

_MARKS = frozenset({",", "."})


def read_left_dates(message: Message) -> None:
    """Take the month-name dates that the phrases left over."""
    months = message.lexicon.slots["month"]
    for at, token in enumerate(message.tokens):
        if token.text in months and message.is_free(at, at + 1):
            first, last = _stretch(message, at)
            if day := _parsed(message, first, last, months[token.text]):
                message.add("date", day.isoformat(), first, last)


def _stretch(message: Message, at: int) -> tuple[int, int]:
    first, last = at, at + 1
    while first > 0 and _belongs(message, first - 1):
        first -= 1
    while last < len(message.tokens) and _belongs(message, last):
        last += 1
    while message.text_at(last - 1) in _MARKS:
        last -= 1
    while message.text_at(first) in _MARKS:
        first += 1
    return first, last


def _belongs(message: Message, at: int) -> bool:
    token = message.tokens[at]
    figures = token.figures is not None and token.figures.isdigit()
    return message.is_free(at, at + 1) and (figures or token.text in _MARKS)


def _parsed(message: Message, first: int, last: int, month: int) -> Optional[date]:
    numbers = [t.whole for t in message.tokens[first:last] if t.whole is not None]
    days = [n for n in numbers if 1 <= n <= 31]
    years = [n for n in numbers if 2000 <= n < 2100]
    if len(days) != 1 or len(years) > 1 or len(days) + len(years) != len(numbers):
        return None
    import dateparser  # type: ignore[import-untyped,unused-ignore]  # slow to load, seldom needed

    text = " ".join(t.text for t in message.tokens[first:last] if t.text not in _MARKS)
    found: Optional[datetime] = dateparser.parse(
        text,
        languages=[message.lexicon.language],
        settings={
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime.combine(message.today, time()),
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    if found is None or (found.month, found.day) != (month, days[0]):
        return None
    if years and found.year != years[0]:
        return None
    return found.date()
