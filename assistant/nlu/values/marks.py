"""What the words around a value say of it: not this one, at most, at least, between."""

from __future__ import annotations

from typing import Optional

from .message import Message, Reading
from .phrases import Match

_BOUNDED = frozenset({"amount", "instalments", "duration"})
_STEPS = 4  # small words and verbs that may stand between a mark and its value


def add_marks(message: Message) -> None:
    """Bounds and negations for every value read."""
    for match in message.matches["between"]:
        _add_range(message, match)
    for reading in list(message.readings):
        if not _mark_before(message, reading):
            _mark_after(message, reading)
        _take_back(message, reading)


def _mark_before(message: Message, reading: Reading) -> bool:
    at = reading.first
    for _ in range(_STEPS):
        for bound in ("at_most", "at_least"):
            if reading.entity in _BOUNDED and message.ending_at(f"{bound}_before", at):
                reading.extra.setdefault("bound", bound)
                return True
        if not_ := message.ending_at("not_before", at):
            # 'ei, 6 erää': with a comma it is a no to what was said before, and not to this value.
            answers = message.text_at(at) == ","
            if not answers and not message.ending_at("not_negating", not_.last):
                reading.extra["negated"] = True
            return True
        at = _step_left(message, at)
        if at < 0:
            return False
    return False


def _step_left(message: Message, at: int) -> int:
    """Over a verb of paying or a small word; -1 where something else stands."""
    if verb := message.ending_at("pay_verb", at):
        return verb.first
    return at - 1 if message.text_at(at - 1) in message.lexicon.words["skipped"] else -1


def _mark_after(message: Message, reading: Reading) -> None:
    at = reading.last
    if monthly := message.starting_at("monthly", at):
        at = monthly.last
    for bound in ("at_most", "at_least"):
        if reading.entity in _BOUNDED and message.starting_at(f"{bound}_after", at):
            reading.extra.setdefault("bound", bound)
    if message.starting_at("not_after", at):
        reading.extra["negated"] = True


def _take_back(message: Message, reading: Reading) -> None:
    """'500, nej 600': a correction before a value takes the one before it back."""
    at = reading.first
    for _ in range(_STEPS):
        if correction := message.ending_at("correction", at):
            earlier = [
                r
                for r in message.readings
                if r.entity == reading.entity and 0 <= correction.first - r.last <= _STEPS
            ]
            if earlier:
                max(earlier, key=lambda r: r.last).extra["negated"] = True
            return
        at = _step_left(message, at)
        if at < 0:
            return


def _add_range(message: Message, match: Match) -> None:
    places = [at for at in range(match.first, match.last) if message.tokens[at].number is not None]
    low, high = places[0], places[-1]
    lower, upper = _reading_at(message, low), _reading_at(message, high)
    if upper is None or upper.entity not in _BOUNDED:
        return
    if lower is None and message.is_free(low, low + 1):
        lower = _lower_end(message, low, high, upper)
    if lower is None or lower.entity != upper.entity or not lower.value < upper.value:  # type: ignore[operator]
        return
    lower.extra["bound"], upper.extra["bound"] = "at_least", "at_most"
    if "currency" in upper.extra:
        lower.extra.setdefault("currency", upper.extra["currency"])


def _lower_end(message: Message, low: int, high: int, upper: Reading) -> Optional[Reading]:
    """'2-3 tusen', '4-6 rater', '20-50 €': the first number counts the same thing as the second."""
    number, other = message.tokens[low].number, message.tokens[high]
    if not number or not other.number:
        return None
    if upper.entity != "amount":
        value = number * int(upper.value) / other.number
        return message.add(upper.entity, int(value), low, low + 1) if value == int(value) else None
    shared = other.number % other.scale == 0 and number < other.number / other.scale
    return message.add("amount", number * other.scale if shared else number, low, low + 1)


def _reading_at(message: Message, at: int) -> Optional[Reading]:
    return next((r for r in message.readings if r.first <= at < r.last), None)
