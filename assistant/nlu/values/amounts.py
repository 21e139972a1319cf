"""Which of the numbers that are left are sums of money.

A currency, a word that is money itself, or 'a month' beside a number settles it. Without them a
number from a hundred up is one, unless something beside it says otherwise; a smaller one only
straight after a verb of paying.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Optional

from .message import Message, Reading

LEAST_PLAIN = 100  # a bare number from here up is money: nobody pays in a hundred parts
LEAST_PAID = 10  # 'voin maksaa 50'
MOST_PLAIN = Decimal(10_000_000)  # longer figures are payment references
REACH = 8  # tokens between an amount and the 'a month' that belongs to it
_SENTENCE_ENDS = frozenset(".!?;")
# While one of these is asked for, a small bare number is the answer and no sum.
_ASKED_SMALL = frozenset({"instalments", "date", "day_of_month", "duration"})


def read_amounts(message: Message) -> None:
    """Take every number that is money."""
    for at in list(message.free_numbers()):
        first, last, currency, named = _with_currency(message, at)
        if named or _is_money(message, at):
            extra = {"currency": currency} if currency else {}
            message.add("amount", _exact(message.tokens[at].number), first, last, **extra)


def _exact(number: Optional[Decimal]) -> Decimal:
    """Half of a thousand is 500, not 500.0."""
    number = number or Decimal(0)
    return number.to_integral_value() if number == number.to_integral_value() else number


def _with_currency(message: Message, at: int) -> tuple[int, int, Optional[str], bool]:
    """The stretch of a number with the currency after it, or else before it."""
    after = message.starting_at("currency", at + 1)
    if after and message.is_free(after.first, after.last):
        return at, after.last, after.meta, True
    before = message.ending_at("currency", at)
    if before and message.is_free(before.first, before.last):
        return before.first, at + 1, before.meta, True
    return at, at + 1, None, False


def is_measured(message: Message, at: int) -> bool:
    """Whether what stands beside a number makes it no sum: days, percent, a week, a clock."""
    after = message.starting_at("not_money_after", at + 1)
    return bool(
        after
        or message.text_at(at + 1) in message.lexicon.slots["unit"]
        and not message.starting_at("monthly", at + 1)
        or message.ending_at("not_money_before", at)
    )


def _is_money(message: Message, at: int) -> bool:
    token = message.tokens[at]
    number = token.number or Decimal(0)
    if token.money:
        return True
    if is_measured(message, at) or not 0 < number <= MOST_PLAIN:
        return False
    if token.figures and token.figures.isdigit() and token.figures.startswith("0"):
        return False
    if message.starting_at("monthly", at + 1) or message.ending_at("monthly", at):
        return token.figures is not None or number >= LEAST_PAID
    if number >= LEAST_PLAIN:
        return message.asked == "amount" or not (_is_year(message, at) or _is_postal(message, at))
    if number < LEAST_PAID or message.asked in _ASKED_SMALL:
        return False
    return _is_paid(message, at) and message.ends_phrase(at + 1)


def _is_year(message: Message, at: int) -> bool:
    token = message.tokens[at]
    if message.lexicon.read_slot("year", token) is None:
        return False
    named = any(match.first < at < match.last for match in message.matches["year"])
    alone = all(other.kind in ("mark", "mask") for other in message.tokens if other is not token)
    return named or not (alone or _is_paid(message, at) or (token.whole or 0) % 100 == 0)


def _is_postal(message: Message, at: int) -> bool:
    """Four or five figures before a name: '5003 Bergen'."""
    figures = message.tokens[at].figures or ""
    town = message.tokens[at + 1] if message.is_word(at + 1) else None
    named = (
        town is not None and town.capital and len(town.text) > 2 and not message.ends_phrase(at + 1)
    )
    return named and figures.isdigit() and len(figures) in (4, 5) and not _is_paid(message, at)


def _is_paid(message: Message, at: int) -> bool:
    """Whether a verb of paying, or a bound, stands shortly before in the same sentence."""
    for place in range(at, max(at - 4, 0), -1):
        if message.text_at(place - 1) in _SENTENCE_ENDS:
            return False
        if any(
            message.ending_at(k, place) for k in ("pay_verb", "at_most_before", "at_least_before")
        ):
            return True
    return False


def add_when(message: Message) -> None:
    """Give each 'a month' and each 'now' to the amount that is nearest in its sentence."""
    amounts = [reading for reading in message.readings if reading.entity == "amount"]
    nearest: dict[int, tuple[int, str]] = {}
    for when in ("monthly", "now"):
        for mark in message.matches[when]:
            if when == "monthly" and _is_in_a_date(message, mark.first, mark.last):
                continue  # 'ensi kuussa'
            reading = _nearest(message, amounts, mark.first, mark.last)
            if reading is None:
                continue
            distance = _distance(reading, mark.first, mark.last)
            if distance < nearest.get(id(reading), (REACH, ""))[0]:
                nearest[id(reading)] = (distance, when)
                reading.extra["when"] = when


def _is_in_a_date(message: Message, first: int, last: int) -> bool:
    dates = (r for r in message.readings if r.entity == "date")
    return any(r.first <= first and last <= r.last for r in dates)


def _nearest(message: Message, amounts: list[Reading], first: int, last: int) -> Optional[Reading]:
    close = [
        r
        for r in amounts
        if _distance(r, first, last) < REACH and _same_sentence(message, r, first, last)
    ]
    return min(close, key=lambda r: (_distance(r, first, last), -r.first), default=None)


def _distance(reading: Reading, first: int, last: int) -> int:
    return max(first - reading.last, reading.first - last, 0)


def _same_sentence(message: Message, reading: Reading, first: int, last: int) -> bool:
    between = range(reading.last, first) if reading.last <= first else range(last, reading.first)
    return all(message.text_at(at) not in _SENTENCE_ENDS for at in between)
