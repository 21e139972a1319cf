"""What may be searched for, and where the words of a search stand in a text."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from backend.searching.index.folding import fold, words_in
from backend.searching.index.matching import MOST_WORDS

SHORTEST = 2
_AROUND = 60
_WORD = re.compile(r"\w+")


def _can_be_searched(search: str) -> str:
    if not any(len(word) >= SHORTEST for word in search.split()[:MOST_WORDS]):
        raise ValueError(f"at least one word of {SHORTEST} characters")
    return search


#: A search as it comes in; it never stands in an address.
Search = Annotated[str, Field(max_length=100), AfterValidator(_can_be_searched)]


def stand_in(parts: list[str], text: str) -> bool:
    """Whether all the parts of a search stand in a text, as the index sees it."""
    words = words_in(text)
    return all(any(_is(word, part) for word in words) for part in parts)


def snippet(text: str, parts: list[str]) -> str:
    """The part of a text around the first word that was searched for, in one line."""
    line = " ".join(text.split())
    at = next((word.start() for word in _WORD.finditer(line) if _is_one(word[0], parts)), 0)
    begin, end = max(0, at - _AROUND), at + 2 * _AROUND
    return f"{'… ' if begin else ''}{line[begin:end]}{' …' if end < len(line) else ''}"


def _is_one(word: str, parts: list[str]) -> bool:
    folded = fold(word)
    return any(_is(folded, part) for part in parts)


def _is(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
