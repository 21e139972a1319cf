"""The phrases of a lexicon, and the walk that finds them in a message.

A phrase is written ``[den] {day} (i|av) <next_month>``: ``[...]`` may be left out, ``(a|b)`` is one
of, ``<name>`` a list of the lexicon, ``{slot}`` something that is looked up in the token. Each is
spelt out in full when the lexicon is loaded and put into one tree of words. A message is walked
once, so the time taken grows with its length and nothing else: no pattern here can run away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .tokens import Token, split_words

SlotReader = Callable[[str, Token], Any]
Spellings = Callable[[str], Iterable[str]]  # the token texts that a word of the lexicon stands for

_REFERENCE = re.compile(r"<(\w+)>")
_PIECE = re.compile(r"\{\w+\}|[^{}]+")


#: A phrase of more alternatives would make each start of the assistant slow, and its memory large.
MOST_WAYS = 5000


@dataclass
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    slots: dict[str, _Node] = field(default_factory=dict)
    endings: list[tuple[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Match:
    """A phrase found: tokens ``first`` to ``last`` (exclusive), ``meta`` from the lexicon."""

    kind: str
    meta: Any
    slots: tuple[Any, ...]
    first: int
    last: int


class PhraseTree:
    """All phrases of one language."""

    def __init__(self, lists: Mapping[str, Iterable[str]], spellings: Spellings):
        self._root = _Node()
        self._spellings = spellings
        self._lists = {name: "(" + "|".join(words) + ")" for name, words in lists.items()}

    def add(self, kind: str, phrases: Iterable[str], meta: Any = None) -> None:
        """Add phrases of a kind; raises ValueError for one that cannot be read or says too much."""
        for phrase in phrases:
            ways = list(expand(self._with_lists(phrase)))
            if len(ways) > MOST_WAYS:
                raise ValueError(
                    f"phrase {phrase!r} can be said in {len(ways)} ways: leave some out"
                )
            for spelt_out in ways:
                self._insert(spelt_out, kind, meta)

    def _with_lists(self, phrase: str) -> str:
        while reference := _REFERENCE.search(phrase):
            name = reference[1]
            if name not in self._lists:
                raise ValueError(f"phrase {phrase!r} names the unknown list <{name}>")
            phrase = phrase.replace(reference[0], self._lists[name])
        return phrase

    def _insert(self, spelt_out: str, kind: str, meta: Any) -> None:
        nodes = [self._root]
        for piece in _PIECE.findall(spelt_out):
            if piece.startswith("{"):
                nodes = [node.slots.setdefault(piece[1:-1], _Node()) for node in nodes]
                continue
            for word in split_words(piece):
                keys = self._spellings(word)
                nodes = [node.words.setdefault(key, _Node()) for node in nodes for key in keys]
        for node in nodes:
            if node is self._root:
                raise ValueError(f"an empty phrase among {kind}")
            if (kind, meta) not in node.endings:
                node.endings.append((kind, meta))

    def find(self, tokens: list[Token], read_slot: SlotReader) -> Iterator[Match]:
        """Every phrase at every place, overlapping ones too."""
        for first in range(len(tokens)):
            yield from self._walk(self._root, tokens, first, first, (), read_slot)

    def _walk(
        self,
        node: _Node,
        tokens: list[Token],
        first: int,
        at: int,
        slots: tuple[Any, ...],
        read_slot: SlotReader,
    ) -> Iterator[Match]:
        for kind, meta in node.endings:
            yield Match(kind, meta, slots, first, at)
        if at == len(tokens):
            return
        token = tokens[at]
        following = node.words.get(token.text)
        if following is not None:
            yield from self._walk(following, tokens, first, at + 1, slots, read_slot)
        for name, child in node.slots.items():
            value = read_slot(name, token)
            if value is not None:
                yield from self._walk(child, tokens, first, at + 1, (*slots, value), read_slot)


def expand(pattern: str) -> list[str]:
    """Every way to read a pattern of ``[...]`` and ``(a|b)``, in the order they are written."""
    results, end = _alternatives(pattern, 0)
    if end != len(pattern):
        raise ValueError(f"a bracket too many in {pattern!r}")
    return list(dict.fromkeys(results))


def _alternatives(pattern: str, at: int) -> tuple[list[str], int]:
    results: list[str] = []
    current = [""]
    while at < len(pattern) and pattern[at] not in ")]":
        char = pattern[at]
        if char == "|":
            results += current
            current, at = [""], at + 1
        elif char in "([":
            inner, at = _alternatives(pattern, at + 1)
            closing = ")" if char == "(" else "]"
            if at >= len(pattern) or pattern[at] != closing:
                raise ValueError(f"a bracket is not closed in {pattern!r}")
            at += 1
            choices = inner if char == "(" else [*inner, ""]
            current = [head + tail for head in current for tail in choices]
        else:
            current = [head + char for head in current]
            at += 1
    return results + current, at
