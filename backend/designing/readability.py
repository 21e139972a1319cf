"""How hard texts are to read: LIX, and the sentences and words that it is made of.

LIX is the number of words a sentence plus the percentage of words of more than six letters (C. H.
Björnsson, Läsbarhet, 1968). It is comparable within a language only, so limits.yaml has a limit for each.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SENTENCE_ENDS = re.compile(r"[.?:…](?=[\s”\"»)]|$)")
_PLACEHOLDER = re.compile(r"\{(\w*)(?::(\w+))?\}")
_WORD = re.compile(r"\w+")
_LONG_WORD = 7
#: An amount, a day or a name counts as one short word: it is a figure that is looked at, not read.
_A_VALUE = "000"


@dataclass(frozen=True)
class Reading:
    """Counts over one text or many."""

    words: int
    sentences: int
    long_words: int
    longest_sentence: int

    @property
    def words_a_sentence(self) -> float:
        """How long the sentences are."""
        return self.words / self.sentences

    @property
    def share_of_long(self) -> float:
        """Long words in percent."""
        return 100 * self.long_words / self.words

    @property
    def lix(self) -> float:
        """The readability index; the higher, the harder."""
        return self.words_a_sentence + self.share_of_long


def read(texts: Iterable[str], nouns: Mapping[str, Any]) -> Reading | None:
    """The counts of texts, whose counted nouns are written out; None when they have no words."""
    sentences = [
        _WORD.findall(sentence) for text in texts for sentence in sentences_of(text, nouns)
    ]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return None
    return Reading(
        words=len(words),
        sentences=len(sentences),
        long_words=sum(len(word) >= _LONG_WORD for word in words),
        longest_sentence=max(len(sentence) for sentence in sentences),
    )


def sentences_of(text: str, nouns: Mapping[str, Any]) -> list[str]:
    """The sentences of a text without their ends; a placeholder is a value, a noun is itself."""
    plain = _PLACEHOLDER.sub(lambda found: _written(found[2], nouns), text)
    return [part.strip() for part in SENTENCE_ENDS.split(plain) if _WORD.search(part)]


def _written(way: str | None, nouns: Mapping[str, Any]) -> str:
    forms = nouns.get(way or "")
    return str(forms.get("other", "")).replace("{n}", _A_VALUE) if forms else _A_VALUE
