"""Dates that are a stretch of days or hang on one: parts of a month, weeks, wages, holidays."""

from __future__ import annotations

from datetime import date, timedelta

from . import calendar_rules as calendar
from .dates import Days, date_kind, is_about_the_past
from .message import Message
from .phrases import Match


@date_kind
def _part_of_month(message: Message, match: Match) -> Days:
    part, ahead = match.meta
    if ahead is None:
        month = match.slots[-1]
        first = date(message.today.year + (month < message.today.month), month, 1)
    else:
        first = calendar.month_start(message.today, ahead)
    span = _part(part, first)
    if span[1] < message.today:
        first = calendar.add_months(first, 12 if ahead is None else 1)
        span = _part(part, first)
    return max(span[0], message.today), span[1]


def _part(part: str, first: date) -> tuple[date, date]:
    last = calendar.last_of_month(first)
    if part == "start":
        return first, first.replace(day=7)
    if part == "middle":
        return first.replace(day=15), first.replace(day=20)
    if part == "turn":  # the night between two months; the money is there on the first
        return last + timedelta(days=1), last + timedelta(days=1)
    return (last, last) if part in ("end", "last") else (first, first)


@date_kind
def _week_number(message: Message, match: Match) -> Days:
    monday = calendar.iso_week_to_come(message.today, match.slots[0].whole or 0)
    return (monday, monday + timedelta(days=6)) if monday else None


@date_kind
def _next_week(message: Message, match: Match) -> Days:
    monday = calendar.week_start(message.today, 1)
    return monday, monday + timedelta(days=6)


@date_kind
def _end_of_week(message: Message, match: Match) -> Days:
    friday = calendar.week_start(message.today, 0) + timedelta(days=4)
    return max(friday, message.today), max(friday, message.today)


@date_kind
def _end_of_next_week(message: Message, match: Match) -> Days:
    friday = calendar.week_start(message.today, 1) + timedelta(days=4)
    return friday, friday


@date_kind
def _next_month(message: Message, match: Match) -> Days:
    first = calendar.month_start(message.today, 1)
    return first, calendar.last_of_month(first)


@date_kind
def _in_month(message: Message, match: Match) -> Days:
    """'in March' is as often gone by as to come: taken only within the next quarter."""
    ahead = (match.slots[-1] - message.today.month) % 12
    if not 1 <= ahead <= 3 or is_about_the_past(message, match.first):
        return None
    first = calendar.month_start(message.today, ahead)
    return first, calendar.last_of_month(first)


@date_kind
def _from_month(message: Message, match: Match) -> Days:
    ahead = (match.slots[-1] - message.today.month) % 12
    first = calendar.month_start(message.today, ahead or 12)
    return first, calendar.last_of_month(first)


@date_kind
def _payday(message: Message, match: Match) -> Days:
    return calendar.pay_day_to_come(message.today, message.pay_day)


@date_kind
def _holiday(message: Message, match: Match) -> Days:
    when, index = match.meta
    rule = message.lexicon.holidays[index]
    for year in (message.today.year - 1, message.today.year, message.today.year + 1):
        first, last = calendar.holiday_span(rule, year)
        before, after = first - timedelta(days=1), last + timedelta(days=1)
        day = {"before": before, "on": first, "after": after}[when]
        if day >= message.today:
            return day
    return None
