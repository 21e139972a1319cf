"""A message cut into words, figures and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Optional

from .folding import fold

# Two private characters stand for stretches that were read before the words were
# (an address, a date in figures); two, so that neighbours stay apart.
MASKS = "\ue000\ue001"

# Thousands are grouped by one and the same mark; a mark before one or two last figures is decimal.
_TOKEN = re.compile(
    r"(?P<figures>[1-9]\d{0,2}(?P<group>[ .,'])\d{3}(?:(?P=group)\d{3})*(?!\d)"
    r"(?:[.,]\d{1,2}(?!\d))?"
    r"|\d+(?:[.,]\d{1,2}(?!\d))?)"
    r"|(?P<word>[^\W\d_\ue000\ue001]+(?:'[^\W\d_\ue000\ue001]+)?)"
    r"|(?P<mask>\ue000+|\ue001+)"
    r"|(?P<mark>[:,.]-+|[^\w\s]|_)"
)
_DECIMALS = re.compile(r"[.,](\d{1,2})$")


@dataclass
class Token:
    """A word, a number or a mark. ``start`` and ``end`` are offsets in the original message.

    ``number`` is set for figures and number words. ``figures`` is the number as it was typed, or
    None for words. ``ordinal`` is 'certain' ('25th', 'femte'), 'dotted' ('25.' before a word),
    'doubtful' (a word that also means 'other') or None. ``scale`` is what a last 'thousand'
    multiplied by, ``money`` says that the word itself means money ('a grand').
    ``capital`` says that it was typed with one.
    """

    text: str
    start: int
    end: int
    kind: str
    number: Optional[Decimal] = None
    figures: Optional[str] = None
    ordinal: Optional[str] = None
    scale: int = 1
    money: bool = False
    capital: bool = False

    @property
    def whole(self) -> Optional[int]:
        """The number, where it is a whole one."""
        if self.number is None or self.number != self.number.to_integral_value():
            return None
        return int(self.number)


def tokenise(original: str, spelt: frozenset[str] = frozenset()) -> list[Token]:
    """Cut a message into tokens; figures get their number here, number words later.

    The words in ``spelt`` keep their own letters where they are typed with them.
    """
    tokens = []
    folded = fold(original)
    for match in _TOKEN.finditer(folded.text):
        start, end = folded.original(match.start(), match.end())
        kind = match.lastgroup or "mark"
        if match["figures"]:
            token = Token(match[0], start, end, "figures", figure_value(match[0]), match[0])
        else:
            typed = original[start:end].lower() if kind == "word" else ""
            token = Token(typed if typed in spelt else match[0], start, end, kind)
            token.capital = original[start].isupper()
        tokens.append(token)
    return tokens


def figure_value(figures: str) -> Decimal:
    """'1.500,50' and '1,500.50' are the same; 1.500 is fifteen hundred in all our languages."""
    decimals = _DECIMALS.search(figures)
    whole = figures[: decimals.start()] if decimals else figures
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{decimals[1]}") if decimals else Decimal(digits)


def split_words(phrase: str) -> list[str]:
    """The words and marks of a phrase of the lexicon, in lower case but not folded."""
    return [match[0] for match in _TOKEN.finditer(phrase.lower())]
