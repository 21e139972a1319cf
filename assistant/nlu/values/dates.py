"""Dates: what each kind of phrase of the lexicon means, counted from today.

A date without a year is the next to come, unless the verb before it speaks of the past ('betalade
den 5:e'). A stretch of days (a week, the end of a month) is one date with ``until`` beside it.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Callable, Optional, Union

from . import calendar_rules as calendar
from .message import Message
from .phrases import Match
from .tokens import Token
from .written_dates import DateParts

Days = Union[date, tuple[date, date], None]
DATE_KINDS: dict[str, Callable[[Message, Match], Days]] = {}


def date_kind(function: Callable[[Message, Match], Days]) -> Callable[[Message, Match], Days]:
    """Make a function the reader of the phrases that have its name."""
    DATE_KINDS[function.__name__.strip("_")] = function
    return function


#: So many words name what was paid: "the whole lot".
MOST_WORDS_OF_WHAT = 3


def is_about_the_past(message: Message, at: int) -> bool:
    """Whether the nearest verb of paying before a place is in the past.

    Of two that end at one word the longer counts: 'hef borgað' is past, 'get paid' is not.
    """
    past = _nearest(message, "past_verb", at)
    return past is not None and past >= (_nearest(message, "pay_verb", at) or past)


def _nearest(message: Message, kind: str, at: int) -> Optional[tuple[int, int]]:
    """The last of a kind up to a place: its last word, and how many stand before that in it."""
    ends = ((m.last, m.last - m.first) for m in message.matches[kind] if m.last <= at)
    return max(ends, default=None)


def was_paid_then(message: Message, at: int) -> bool:
    """Whether a verb of the past and nothing but what was paid stand before: 'paid [all of it] on'.

    A comma alone may stand between: 'already paid, on Thursday'. After a sum and more words it may be
    the day of what is still to be paid: 'paid 500 the rest on'.
    """
    done = max((m.last for m in message.matches["past_verb"] if m.last <= at), default=None)
    if done is None or not is_about_the_past(message, at):
        return False
    between = message.tokens[done:at]
    words = [token.text for token in between]
    if words == [","]:
        return True
    if not any(token.number is not None for token in between):
        joins = message.lexicon.words["joins"]
        plain = all(message.is_word(place) for place in range(done, at))
        return plain and len(words) <= MOST_WORDS_OF_WHAT and joins.isdisjoint(words)
    if message.is_word(done) and words[0] not in message.lexicon.words["joins"]:
        between = between[1:]  # what was paid
    currencies = message.lexicon.currency_words
    return all(token.number is not None or token.text in currencies for token in between)


def from_parts(message: Message, parts: DateParts, at: int) -> Optional[date]:
    """A day of a month, in the year that is said or else the nearest in the right direction."""
    year, month, day = parts
    if year:
        return calendar.valid(year, month, day)
    past = is_about_the_past(message, at)
    years = range(message.today.year, message.today.year + (-9 if past else 9), -1 if past else 1)
    days = [found for y in years if (found := calendar.valid(y, month, day))]
    return next((d for d in days if (d <= message.today if past else d >= message.today)), None)


@date_kind
def _days_ahead(message: Message, match: Match) -> Days:
    return message.today + timedelta(days=match.meta)


@date_kind
def _day(message: Message, match: Match) -> Days:
    token: Token = match.slots[-1]
    if token.ordinal == "doubtful":
        return None  # 'den andra' is nearly always 'the other one'
    words_only = token.figures is None
    after = message.text_at(match.last)
    if words_only and not message.ends_phrase(match.last):
        return None  # 'den första räkningen'
    if after in message.lexicon.words["counted_nouns"]:
        return None  # 'the 3rd reminder'
    day = token.whole or 0
    if is_about_the_past(message, match.first):
        return calendar.day_gone_by(message.today, day)
    return calendar.day_to_come(message.today, day)


@date_kind
def _day_month(message: Message, match: Match) -> Days:
    day: Optional[int] = None
    month: Optional[int] = None
    year: Optional[int] = None
    for slot in match.slots:
        if isinstance(slot, Token):
            day = slot.whole
        elif slot >= 1950:
            year = slot
        else:
            month = slot  # a weekday, where said, comes first and is written over
    return from_parts(message, (year, month, day), match.first) if month and day else None


@date_kind
def _day_in_month(message: Message, match: Match) -> Days:
    token = next(slot for slot in match.slots if isinstance(slot, Token))
    if match.meta is None:
        month = next(slot for slot in match.slots if not isinstance(slot, Token))
        return from_parts(message, (None, month, token.whole or 0), match.first)
    first = calendar.month_start(message.today, match.meta)
    return calendar.valid(first.year, first.month, token.whole or 0)


@date_kind
def _weekday(message: Message, match: Match) -> Days:
    if was_paid_then(message, match.first):
        return _last_weekday(message, match)
    return calendar.weekday_to_come(message.today, match.slots[0])


@date_kind
def _last_weekday(message: Message, match: Match) -> Days:
    return calendar.weekday_to_come(message.today - timedelta(days=8), match.slots[0])


@date_kind
def _weekday_this_week(message: Message, match: Match) -> Days:
    day = calendar.week_start(message.today, 0) + timedelta(days=match.slots[0] - 1)
    return day if day >= message.today else None


@date_kind
def _weekday_next_week(message: Message, match: Match) -> Days:
    return calendar.week_start(message.today, 1) + timedelta(days=match.slots[0] - 1)


@date_kind
def _weekday_in_units(message: Message, match: Match) -> Days:
    weekday = next(slot for slot in match.slots if isinstance(slot, int))
    number = next((slot for slot in match.slots if isinstance(slot, Token)), None)
    weeks = number.whole if number else 1
    first = calendar.weekday_to_come(message.today, weekday)
    return first + timedelta(weeks=weeks) if weeks and "week" in match.slots else None


@date_kind
def _in_units(message: Message, match: Match) -> Days:
    number, unit = match.slots[0].number, match.slots[1]
    return _ahead(message.today, number, unit)


@date_kind
def _in_a_unit(message: Message, match: Match) -> Days:
    return _ahead(message.today, Decimal(1), match.slots[0])


def _ahead(today: date, number: Decimal, unit: str) -> Optional[date]:
    if unit in calendar.DAYS_IN:
        days = number * calendar.DAYS_IN[unit]
        return today + timedelta(days=int(days)) if 0 < days < 3660 else None
    months = number * calendar.MONTHS_IN[unit]
    if months != int(months):  # 'in a month and a half'
        return calendar.add_months(today, int(months)) + timedelta(days=15)
    return calendar.add_months(today, int(months)) if 0 < months <= 120 else None


def as_extra(days: Any) -> tuple[date, dict[str, str]]:
    """The date, and its ``until`` where it is a stretch."""
    if isinstance(days, tuple):
        first, last = days
        return first, {"until": last.isoformat()} if last != first else {}
    return days, {}
