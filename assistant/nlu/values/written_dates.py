"""Dates in figures: 2026-12-01, 1.12.2026, 1.12., 1/12, 261201.

The day comes before the month wherever both could.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Optional

from .calendar_rules import valid
from .folding import fold_word
from .lexicon import Lexicon
from .written import Written

DateParts = tuple[Optional[int], int, int]

_YEAR_FIRST = re.compile(r"(?<![\w./-])(20\d\d)([-./])(\d{1,2})\2(\d{1,2})(?![\w-])")
_YEAR_LAST = re.compile(
    r"(?<![\w.,/-])(\d{1,2})(?:([./-])\s?(\d{1,2})\2|/(\d{1,2})[ -])(\s?\d{4}|\d{2})(?![\w]|[.,]\d)"
)
_DOTTED = re.compile(r"(?<![\w,/:])(?<!\d[.-])(\d{1,2})\.\s?(\d{1,2})(\.?)(?![\w]|[.,:]\d|,-)")
_SLASHED = re.compile(r"(?<![\w.,/-])(\d{1,2})/(\d{1,2})(?![\w/]|[.,]\d|-\d)")
_COMPACT = re.compile(r"(?<![\w.,/-])(?:20)?(\d\d)(\d\d)(\d\d)(?![\w-]|[.,]\d)")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+|[€$£%])")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")


def written_dates(
    text: str, lexicon: Lexicon, today: date, asked: Optional[str]
) -> Iterator[Written]:
    """Each date as (year or None, month, day); figures that are no such day are left alone."""
    for match in _YEAR_FIRST.finditer(text):
        yield from _written(match, int(match[1]), int(match[3]), int(match[4]))
    for match in _YEAR_LAST.finditer(text):
        year = int(match[5]) if len(match[5]) >= 4 else 2000 + int(match[5])
        yield from _written(match, year, int(match[3] or match[4]), int(match[1]))
    for match in _SLASHED.finditer(text):
        first, second = int(match[1]), int(match[2])
        if not _is_measured(text, match, lexicon):
            month, day = (second, first) if second <= 12 else (first, second)
            yield from _written(match, None, month, day)
    for match in _DOTTED.finditer(text):
        certain = bool(match[3]) or not lexicon.decimal_point or asked == "date"
        if certain and asked != "amount" and not _is_measured(text, match, lexicon):
            yield from _written(match, None, int(match[2]), int(match[1]))
    if lexicon.compact_dates:
        for match in _COMPACT.finditer(text):
            known = valid(2000 + int(match[1]), int(match[2]), int(match[3]))
            # Six figures are a date only where they fall in the time that a plan can be about.
            if known and today - timedelta(days=60) <= known <= today + timedelta(days=730):
                yield from _written(match, known.year, known.month, known.day)


def _written(match: re.Match[str], year: Optional[int], month: int, day: int) -> Iterator[Written]:
    if valid(year or 2024, month, day):
        end = match.end() - (match[0].endswith("."))
        yield Written(match.start(), end, "date", (year, month, day))


def _is_measured(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether '2.5' is a number after all: 2.5 tusen, 1.5 år, EUR 10.12; or a time of day."""
    following = _NEXT_WORD.match(text, match.end())
    preceding = _LAST_WORD.search(text[max(0, match.start() - 15) : match.start()])
    after = fold_word(following[1]) if following else ""
    before = fold_word(preceding[1]) if preceding else ""
    return (
        lexicon.measures(after)
        or lexicon.measures(before)
        or before in lexicon.words["clock_words"]
    )
