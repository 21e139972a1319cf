"""Number words put together: 'ettusenfemhundra', 'fem og halvtreds', '2,5 k', 'a couple of grand'.

A word is first cut into the parts that the lexicon knows, then the parts are added and multiplied
in the order they were said. What does not add up is no number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Optional

from .sums import Part, Sum
from .tokens import Token

_LONGEST_WORD = 60  # 'niohundranittioniotusenniohundranittionio' has 41 letters


class NumberWords:
    """The number words of one language."""

    def __init__(self, parts: Mapping[str, Part], ordinal_suffixes: set[str]):
        self._parts = dict(parts)
        self._lengths = sorted({len(word) for word in parts}, reverse=True)
        self._starts = {word[0] for word in parts}
        self._suffixes = ordinal_suffixes
        self.split = lru_cache(maxsize=4096)(self._split)

    def _split(self, word: str) -> tuple[Part, ...]:
        """The parts of a word, or nothing where some of it is unknown. Each place is tried once."""
        if word in self._parts:
            return (self._parts[word],)
        if word[0] not in self._starts or len(word) > _LONGEST_WORD:
            return ()
        ways: list[Optional[tuple[Part, ...]]] = [None] * len(word) + [()]
        for at in range(len(word) - 1, -1, -1):
            for length in self._lengths:
                part = self._parts.get(word[at : at + length])
                if part and at + length <= len(word) and part.kind not in ("article", "suffix"):
                    rest = ways[at + length]
                    if rest is not None and _adds_up((part, *rest), at == 0):
                        ways[at] = (part, *rest)
                        break
        return ways[0] or ()

    def join(self, tokens: list[Token]) -> list[Token]:
        """The tokens with every run of number words as one token."""
        joined: list[Token] = []
        at = 0
        while at < len(tokens):
            token, used = self._ordinal_figures(tokens, at)
            if not used:
                token, used = self._number(tokens, at)
            joined.append(token if used else tokens[at])
            at += used or 1
        return joined

    def _ordinal_figures(self, tokens: list[Token], at: int) -> tuple[Token, int]:
        """'25:e', '25th', and '25.' when a word follows."""
        token = tokens[at]
        if not token.figures or not token.figures.isdigit() or not 1 <= int(token.figures) <= 31:
            return token, 0
        after = [t.text for t in tokens[at + 1 : at + 3] if t.start - token.end <= 1]
        if after and tokens[at + 1].start == token.end:
            if after[0] in self._suffixes:
                return replace(token, ordinal="certain", end=tokens[at + 1].end), 2
            if after[0] == ":" and after[1:] and after[1] in self._suffixes:
                return replace(token, ordinal="certain", end=tokens[at + 2].end), 3
            if (
                after[0] == "."
                and at + 2 < len(tokens)
                and tokens[at + 2].kind in ("word", "figures")
            ):
                return replace(token, ordinal="dotted"), 2
        return token, 0

    def _number(self, tokens: list[Token], at: int) -> tuple[Token, int]:
        sum_ = Sum()
        used = 0
        for offset in range(len(tokens) - at):
            parts = self._token_parts(tokens, at + offset, is_first=offset == 0)
            if not parts or not sum_.take(parts):
                break
            if parts[-1].kind != "and" and not (offset == 0 and parts[-1].kind == "filler"):
                used = offset + 1
                sum_.settle()
        if not used or not sum_.settled:
            return tokens[at], 0
        text = tokens[at].text if used == 1 else ""
        figures = tokens[at].figures if used == 1 else None
        number = Token(text, tokens[at].start, tokens[at + used - 1].end, "number", figures=figures)
        return sum_.onto(number), used

    def _token_parts(self, tokens: list[Token], at: int, is_first: bool) -> tuple[Part, ...]:
        token = tokens[at]
        following = self.split(tokens[at + 1].text) if _is_word(tokens, at + 1) else ()
        if token.kind == "figures":
            return (Part("small", token.number or Decimal(0)),) if is_first else ()
        if token.text == "-":
            glued = 0 < at < len(tokens) - 1 and tokens[at - 1].end + 1 == tokens[at + 1].start
            return (self._parts["-"],) if "-" in self._parts and glued and not is_first else ()
        parts = self.split(token.text) if token.kind == "word" else ()
        if is_first and parts and parts[0].kind in ("and", "teen", "filler", "suffix"):
            return ()
        if len(parts) != 1:
            return parts
        before = () if is_first or not _is_word(tokens, at - 1) else self.split(tokens[at - 1].text)
        if (
            (parts[0].kind == "article" or parts[0].value == 1)
            and following
            and _is_half(following[0])
        ):
            return (Part("filler"),)  # 'ett halvt', 'a half'
        if parts[0].kind == "filler":
            return parts if before and before[-1].kind == "couple" else ()  # 'a couple of'
        if parts[0].kind == "article":
            if before and _is_half(before[-1]):
                return (Part("filler"),)  # 'half a year'
            counts = following and following[0].kind in ("scale", "couple")
            return (Part("small", Decimal(1)),) if counts and is_first else ()
        return parts


def _is_word(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "word"


def _is_half(part: Part) -> bool:
    return part.kind == "small" and 0 < part.value < 1


def _adds_up(parts: tuple[Part, ...], whole_word: bool) -> bool:
    """A word has to be one number from end to end ('entre' is not one and three)."""
    return not whole_word or Sum().take(parts)
