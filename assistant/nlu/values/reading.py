"""From a message to its values: the one entry of this package."""

from __future__ import annotations

from datetime import date
from typing import Iterable, Optional

from . import stretches  # noqa: F401 - adds its kinds of dates
from .amounts import add_when, read_amounts
from .bare import read_asked, read_contrasts
from .contacts import written_contacts
from .counts import COUNT_KINDS
from .dates import DATE_KINDS, as_extra, from_parts
from .folding import plain_marks
from .found import Found
from .last_resort import read_left_dates
from .lexicon import Lexicon
from .lexicon_files import languages, lexicon
from .marks import add_marks
from .message import Message
from .phrases import Match
from .rhythms import RHYTHM, add_a_week, rhythm_of
from .subjects import SUBJECT, SUBJECT_KINDS
from .tokens import Token, tokenise
from .wishes import WISH_KINDS
from .written import Written, mask, without_overlap
from .written_dates import written_dates

_ORDER = (*SUBJECT_KINDS, *WISH_KINDS, RHYTHM, "ignored", *COUNT_KINDS, *DATE_KINDS)


def read_values(
    text: str,
    *,
    language: Optional[str],
    today: date,
    asked: Optional[str] = None,
    pay_day: Optional[int] = None,
) -> list[Found]:
    """The values of a message, in the order they stand in it.

    ``language`` is one that has a lexicon; None tries all and keeps the one that reads most.
    ``asked`` is the entity that the assistant just asked for: a bare number is then taken as that.
    ``pay_day`` (1-31, 31 the last of the month) is when wages come; the lexicon's own by default.
    What no rule knows is left out, never guessed. KeyError for an unknown language.
    """
    if language is not None:
        return _read(text, lexicon(language), today, asked, pay_day)
    readings = (_read(text, lexicon(each), today, asked, pay_day) for each in languages())
    return max(readings, key=_how_much, default=[])


def _how_much(found: list[Found]) -> tuple[int, int]:
    return sum(one.end - one.start for one in found), sum(len(one.extra) for one in found)


def _read(
    text: str, words: Lexicon, today: date, asked: Optional[str], pay_day: Optional[int]
) -> list[Found]:
    plain = plain_marks(text)
    written = without_overlap(_written(plain, words, today, asked))
    tokens = words.numbers.join(tokenise(mask(plain, written), words.spelt))
    message = Message(tokens, words, today, asked, pay_day)
    _take_written(message, written)
    _take_phrases(message)
    read_left_dates(message)
    read_amounts(message)
    add_a_week(message)
    read_contrasts(message)
    read_asked(message)
    add_marks(message)
    add_when(message)
    return message.found()


def _written(text: str, words: Lexicon, today: date, asked: Optional[str]) -> Iterable[Written]:
    if not any(char.isdigit() or char == "@" for char in text):
        return
    dates = list(written_dates(text, words, today, asked))
    if asked not in ("phone", "case_reference"):
        yield from dates
    yield from written_contacts(text, words, asked)
    yield from dates


def _take_written(message: Message, written: list[Written]) -> None:
    places = [at for at, token in enumerate(message.tokens) if token.kind == "mask"]
    for at, one in zip(places, written, strict=True):
        value = one.value
        if one.entity == "date":
            day = from_parts(message, one.value, at)
            value = day.isoformat() if day else None
        if one.entity and value:
            message.add(one.entity, value, at, at + 1)
        else:
            message.take(at, at + 1)


def _take_phrases(message: Message) -> None:
    """Dates and counts; the longest phrase has the first word, then the order of the kinds."""
    matches = [
        (match.first - match.last, order, match.first, match)
        for order, kind in enumerate(_ORDER)
        for match in message.matches[kind]
    ]
    for *_, match in sorted(matches, key=lambda one: one[:3]):
        if message.is_free(match.first, match.last):
            _take_phrase(message, match)


def _take_phrase(message: Message, match: Match) -> None:
    if match.kind == "ignored":
        message.take(match.first, match.last)
    elif match.kind in COUNT_KINDS:
        entity, read = COUNT_KINDS[match.kind]
        number = read(message, match)
        if number is not None:
            message.add(entity, number, match.first, match.last)
    elif match.kind in WISH_KINDS:
        entity, wished = WISH_KINDS[match.kind]
        wish = wished(message, match)
        if wish is not None:
            message.add(entity, wish, match.first, match.last)
    elif match.kind in SUBJECT_KINDS:
        subject = SUBJECT_KINDS[match.kind](message, match)
        if subject is not None:
            message.add(SUBJECT, subject, match.first, match.last)
    elif match.kind == RHYTHM:
        rhythm = rhythm_of(match)
        if rhythm is not None:
            message.add(RHYTHM, rhythm, match.first, match.last)
    else:
        days = DATE_KINDS[match.kind](message, match)
        if match.kind == "weekday" and _names_a_date(message, match.last):
            message.take(match.first, match.last)
        elif days is not None:
            day, extra = as_extra(days)
            reading = message.add("date", day.isoformat(), match.first, match.last, **extra)
            if match.kind == "day":
                slot = match.slots[-1]
                reading.bare_day = slot.whole if isinstance(slot, Token) else None


def _names_a_date(message: Message, at: int) -> bool:
    """Whether a date in figures follows: in 'torsdag 3/12' the weekday adds nothing."""
    while message.text_at(at) == "," or message.text_at(at) in message.lexicon.words["skipped"]:
        at += 1
    return any(r.entity == "date" and r.first == at for r in message.readings)
