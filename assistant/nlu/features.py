"""A message as counted pieces of text: words, pairs of words, and runs of letters.

Letters with marks are also read without them, so that "fragor" meets "frågor"; runs of letters
carry inflected and misspelt words. All languages go through the same steps.
"""

import re
import unicodedata
from collections import Counter
from typing import Dict, Iterator, List, Mapping

_WORDS = re.compile(r"[^\W\d_]+|\d+|[^\w\s]", re.UNICODE)
_DIGITS = re.compile(r"\d+")
_APOSTROPHES = re.compile(r"['’`´]")
_REPEATED = re.compile(r"(.)\1+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ð": "d", "þ": "th", "ß": "ss", "đ": "d", "ł": "l"})

#: The blocks of features and the shortest and longest run of letters in those made of runs.
LETTER_RUNS = (2, 5)
FOLDED_RUNS = (2, 4)


def fold(text: str) -> str:
    """Lower case without marks on letters: "Överenskommelse" becomes "overenskommelse"."""
    lower = text.lower()
    if lower.isascii():
        return lower  # most words, in a tenth of the time
    decomposed = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> List[str]:
    """The folded words of a message, signs left out; "can't" is one word, and any number is "0"."""
    joined = _DIGITS.sub("0", _APOSTROPHES.sub("", fold(text)))
    return [word for word in _WORDS.findall(joined) if word[0].isalnum()]


def blocks(text: str) -> Dict[str, Mapping[str, int]]:
    """The counted features of a message, in blocks that are weighed apart."""
    return {**folded_blocks(text), "letters": Counter(_runs(_words(text), *LETTER_RUNS))}


def folded_blocks(text: str) -> Dict[str, Mapping[str, int]]:
    """The blocks in which marks on letters are lost."""
    words = [fold(word) for word in _words(text)]
    return {
        "words": Counter(_words_and_pairs(words)),
        "folded": Counter(_runs([_REPEATED.sub(r"\1", word) for word in words], *FOLDED_RUNS)),
    }


def _words(text: str) -> list:
    """Digits become one sign: which number it is says nothing about what is wanted, and it is private."""
    return _WORDS.findall(_DIGITS.sub("0", unicodedata.normalize("NFC", text.lower())))


def _words_and_pairs(words: list) -> Iterator[str]:
    for index, word in enumerate(words):
        yield word
        if index:
            yield f"{words[index - 1]} {word}"


def _runs(words: list, shortest: int, longest: int) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for size in range(shortest, longest + 1):
            if size >= len(padded):
                yield padded
                break
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]
