"""Letters made plain, so that 'på', 'paa' and 'pa' are one word, with the way back kept.

Both the lexicon and the message pass through here; what matters is that they meet, not that the
plain form is a real word.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SPECIAL = {"ø": "o", "æ": "a", "œ": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ß": "ss"}
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\t"), " ")
_QUOTES = dict.fromkeys(map(ord, "\u2019\u00b4`"), "'")
# The private characters are ours, to mask with: see tokens.py.
_PRIVATE = dict.fromkeys(map(ord, "\ue000\ue001"), " ")
_SAME_LENGTH = {**_DASHES, **_SPACES, **_QUOTES, ord("×"): "x"}
_PLAIN = {**_PRIVATE, **_SAME_LENGTH}


@dataclass(frozen=True)
class Folded:
    """Plain text, and for each of its characters where the original began and ended."""

    text: str
    starts: list[int]
    ends: list[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of the non-empty stretch ``text[start:end]``."""
        return self.starts[start], self.ends[end - 1]


def plain_marks(text: str) -> str:
    """Odd spaces, dashes and quotes replaced one for one; every offset stays."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    lower = char.lower()
    if lower in _SPECIAL:
        return _SPECIAL[lower]
    parts = unicodedata.normalize("NFD", lower)
    return "".join(part for part in parts if not unicodedata.combining(part))


def fold(text: str) -> Folded:
    """Fold a message; 'aa', 'ae' and 'oe' are also ways to write å, æ and ø."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, char in enumerate(text.translate(_SAME_LENGTH)):
        for letter in _letter(char):
            before = chars[-1] if chars else ""
            fresh = not starts or starts[-1] == ends[-1] - 1
            joins = (before == "a" and letter in "ae") or (before == "o" and letter == "e")
            if joins and fresh:
                ends[-1] = index + 1
                continue
            chars.append(letter)
            starts.append(index)
            ends.append(index + 1)
    return Folded("".join(chars), starts, ends)


def fold_word(word: str) -> str:
    """The plain form of a word or phrase of the lexicon."""
    return fold(word).text
