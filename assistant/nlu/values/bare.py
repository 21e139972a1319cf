"""Numbers with nothing beside them.

They mean what was asked for, or the same as the value they are set against ('6 rater, ikke 5').
"""

from __future__ import annotations

import math
from typing import Optional

from .amounts import LEAST_PLAIN, is_measured
from .calendar_rules import day_to_come
from .counts import MOST_INSTALMENTS
from .message import Message, Reading

#: What was asked last is a yes to a plan: '6, not 5' is then about how many payments it has, 'no, 80'
#: about how large each is, and 'not the 5., the 6.' about a day.
PLAN = "decision"
#: So many payments are named without saying what is counted; a larger number is what each shall be.
MOST_BARE_INSTALMENTS = 36
_CONTRASTS = ("not_before", "instead", "correction")


def read_contrasts(message: Message) -> None:
    """Numbers that are set against a value that was read already."""
    for at in list(message.free_numbers()):
        contrasted = any(message.ending_at(kind, at) for kind in _CONTRASTS)
        partner = _partner(message, at) if contrasted and not is_measured(message, at) else None
        if partner:
            read_as(message, partner.entity, at)
    if message.asked == PLAN and any(message.matches[kind] for kind in _CONTRASTS):
        a_day = any(token.ordinal for token in message.tokens)
        for at in list(message.free_numbers()):
            if not is_measured(message, at):
                few = (message.tokens[at].number or 0) <= MOST_BARE_INSTALMENTS
                read_as(message, "date" if a_day else "instalments" if few else "amount", at)


def _partner(message: Message, at: int) -> Optional[Reading]:
    numeric = [r for r in message.readings if r.entity in _VALUES]
    before = [r for r in numeric if r.last <= at]
    if before:
        return max(before, key=lambda r: r.last)
    return min(numeric, key=lambda r: r.first, default=None)


def read_asked(message: Message) -> None:
    """Numbers that answer the question."""
    asked = message.asked
    if asked == "day_of_month":
        for reading in message.readings:
            if reading.entity == "date" and reading.bare_day:
                reading.entity, reading.value = asked, reading.bare_day
    if asked not in _VALUES:
        return
    for at in list(message.free_numbers()):
        token = message.tokens[at]
        alone = len(message.tokens) == 1
        said = token.figures or alone or (token.number != 1 and message.ends_phrase(at + 1))
        if said and not is_measured(message, at):
            read_as(message, asked, at)


def read_as(message: Message, entity: str, at: int) -> None:
    """Take a bare number as a value of an entity, where it can be one."""
    token = message.tokens[at]
    if entity == "amount":
        if token.number:
            message.add(entity, token.number, at, at + 1)
        return
    number = token.whole
    if number is None or not 1 <= number <= _VALUES[entity]:
        return
    if entity == "date":
        day = day_to_come(message.today, number)
        message.add(entity, day.isoformat(), at, at + 1).bare_day = number
    else:
        message.add(entity, number, at, at + 1)


# What a bare number may be, and the largest that it may be then.
_VALUES: dict[str, float] = {
    "amount": math.inf,
    "instalments": min(LEAST_PLAIN - 1, MOST_INSTALMENTS),
    "duration": LEAST_PLAIN - 1,
    "day_of_month": 31,
    "date": 31,
}
