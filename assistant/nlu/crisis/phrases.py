"""Phrases as the lexicon writes them, found in a message whatever its case, marks and signs.

    orkar/vill inte (längre) lev* ... här

`/` stands between words that may be there, round brackets around one that may be lacking, `*` for any
ending, and `...` for at most three words in between. A letter written several times counts once.
"""

import re
from dataclasses import dataclass
from typing import Dict, Iterator, List, Mapping, NamedTuple, Pattern, Sequence

from assistant.nlu.features import fold

_WORD = re.compile(r"\w+(?:['’`´]\w+)*")
_SIGNS = re.compile(r"['’`´_]")
_REPEATED = re.compile(r"(.)\1+")
ANY_ENDING = "*"
BETWEEN = "..."


class Word(NamedTuple):
    """A word as phrases compare it, and where it stands in the message."""

    plain: str
    start: int
    end: int


class Found(NamedTuple):
    """What a phrase stands for, and its first word and the one after its last."""

    meaning: str
    first: int
    after: int


def words_of(text: str) -> List[Word]:
    """The words of a message; "can't" is one."""
    return [Word(_plain(one.group()), one.start(), one.end()) for one in _WORD.finditer(text)]


@dataclass
class Phrases:
    """Phrases by what they begin with, so that a message is compared with few of them."""

    by_word: Dict[str, List["_Phrase"]]
    by_stem: Dict[str, List["_Phrase"]]
    shortest_stem: int = 0

    @classmethod
    def read(cls, meanings: Mapping[str, Sequence[str]]) -> "Phrases":
        """Meanings with their phrases; ValueError names a phrase whose first word may be lacking."""
        phrases = cls({}, {})
        for meaning, written in meanings.items():
            for phrase in written:
                phrases._add(meaning, phrase)
        phrases.shortest_stem = min(map(len, phrases.by_stem), default=0)
        return phrases

    def found(self, words: Sequence[Word]) -> Iterator[Found]:
        """Each phrase at each place where it begins, with as many words as it can have."""
        text = "".join(f"{word.plain} " for word in words)
        at = 0
        for first, word in enumerate(words):
            for phrase in self._beginning_with(word.plain):
                match = phrase.pattern.match(text, at)
                if match:
                    yield Found(phrase.meaning, first, first + match.group().count(" "))
            at += len(word.plain) + 1

    def _beginning_with(self, word: str) -> Iterator["_Phrase"]:
        yield from self.by_word.get(word, ())
        for length in range(self.shortest_stem, len(word) + 1):
            yield from self.by_stem.get(word[:length], ())

    def _add(self, meaning: str, written: str) -> None:
        parts = written.split()
        needed = [part for part in parts if not part.startswith((BETWEEN, "("))]
        if not needed or needed[0] != parts[0] or len(needed) == 1 < len(parts):
            raise ValueError(
                f"a phrase begins with a word that must be there, and has two of them: {written!r}"
            )
        phrase = _Phrase(meaning, re.compile("".join(map(_expression, parts))))
        for word in dict.fromkeys(parts[0].split("/")):
            index = self.by_stem if word.endswith(ANY_ENDING) else self.by_word
            index.setdefault(_plain(word.rstrip(ANY_ENDING)), []).append(phrase)


class _Phrase(NamedTuple):
    meaning: str
    pattern: Pattern


def _expression(part: str) -> str:
    if part == BETWEEN:
        return r"(?:\S+ ){0,3}?"
    words = "|".join(
        re.escape(_plain(word.rstrip(ANY_ENDING))) + (r"\S*" if word.endswith(ANY_ENDING) else "")
        for word in part.strip("()").split("/")
    )
    return f"(?:(?:{words}) )" + ("?" if part.startswith("(") else "")


def _plain(word: str) -> str:
    return _REPEATED.sub(r"\1", fold(_SIGNS.sub("", word)))
