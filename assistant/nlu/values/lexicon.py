"""A language made ready for reading: its words, phrases and numbers.

A language is a file ``assistant/nlu/lexicon/<language>.yml``; nothing here knows which there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .numbers import NumberWords
from .phrases import PhraseTree
from .tokens import Token


@dataclass(frozen=True)
class Lexicon:
    """One language, compiled."""

    language: str
    numbers: NumberWords
    phrases: PhraseTree
    slots: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, frozenset[str]]
    holidays: tuple[Mapping[str, Any], ...]
    pay_day: int
    decimal_point: bool
    compact_dates: bool
    phone_shapes: frozenset[tuple[int, ...]]
    phone_zero: bool
    currency_words: frozenset[str]
    bound_words: frozenset[str]
    spelt: frozenset[str]
    number_endings: Mapping[str, tuple[str, ...]]

    def knows(self, word: str) -> bool:
        """Whether a word before a hyphen and figures is a word ('max-500') and no case prefix."""
        tables = (self.currency_words, self.bound_words, *self.slots.values())
        return any(word in table for table in tables)

    def measures(self, word: str) -> bool:
        """Whether a word makes a quantity of the figures beside it: a currency, a unit, 'k'."""
        if word in self.currency_words or word in self.slots["unit"]:
            return True
        return bool(word) and any(p.kind in ("scale", "suffix") for p in self.numbers.split(word))

    def read_slot(self, slot: str, token: Token) -> Any:
        """What a ``{slot}`` of a phrase sees in a token; None where it does not fit."""
        if slot in self.slots:
            return self.slots[slot].get(token.text)
        return None if token.number is None else self._read_number(slot, token)

    def _read_number(self, slot: str, token: Token) -> Any:
        whole = token.whole
        if slot == "n":
            return token if token.ordinal is None and not token.money else None
        if slot in self.number_endings:
            inflected = token.figures is None and token.text.endswith(self.number_endings[slot])
            return token if inflected and token.ordinal is None and not token.money else None
        if slot == "amount":
            return token if token.ordinal is None else None
        if slot == "year":
            plain = token.figures and token.figures.isdigit() and len(token.figures) == 4
            return whole if plain and whole and 1950 <= whole < 2100 else None
        if whole is None or not 1 <= whole <= 31 or token.money:
            return None
        if slot == "day":
            return token if token.figures or token.ordinal else None
        if slot == "ordinal":  # '25:e'
            return token if token.figures and token.ordinal == "certain" else None
        if slot == "numbered":  # also '25.' and 'femte'
            return token if token.ordinal else None
        raise ValueError(f"{self.language}.yml: no slot is called {{{slot}}}")
