"""What is searched for, as words that all have to be there, and where they stand in a text."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

MOST_WORDS = 5
SHORTEST = 2
_AROUND = 60


def words_of(search: str) -> list[str]:
    """The words, each once; the rest of a long search does not count."""
    return list(dict.fromkeys(search.split()))[:MOST_WORDS]


def _can_be_searched(search: str) -> str:
    if not any(len(word) >= SHORTEST for word in words_of(search)):
        raise ValueError(f"at least one word of {SHORTEST} characters")
    return search


#: A search as it comes in; it never stands in an address.
Search = Annotated[str, Field(max_length=100), AfterValidator(_can_be_searched)]


def snippet(text: str, words: list[str]) -> str:
    """The part of a text around the first of the words, in one line."""
    line = " ".join(text.split())
    found = re.search("|".join(map(re.escape, words)), line, re.IGNORECASE)
    at = found.start() if found else 0
    begin, end = max(0, at - _AROUND), at + 2 * _AROUND
    return f"{'… ' if begin else ''}{line[begin:end]}{' …' if end < len(line) else ''}"
