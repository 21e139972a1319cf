"""A message on the way through the readers: its tokens, its phrases, the values taken so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Optional

from .found import Found, Value
from .lexicon import Lexicon
from .phrases import Match
from .tokens import Token


@dataclass
class Reading:
    """A value with the tokens it stands on (``last`` is exclusive).

    ``bare_day`` is the day of a date that was said without a month ('the 25th').
    """

    entity: str
    value: Value
    first: int
    last: int
    extra: dict[str, Any] = field(default_factory=dict)
    bare_day: Optional[int] = None


class Message:
    """What the readers share. Each token belongs to at most one value."""

    def __init__(
        self,
        tokens: list[Token],
        lexicon: Lexicon,
        today: date,
        asked: Optional[str],
        pay_day: Optional[int],
    ):
        self.tokens = tokens
        self.lexicon = lexicon
        self.today = today
        self.asked = asked
        self.pay_day = pay_day or lexicon.pay_day
        self.matches: dict[str, list[Match]] = defaultdict(list)
        self._starting: dict[tuple[str, int], Match] = {}
        self._ending: dict[tuple[str, int], Match] = {}
        for match in lexicon.phrases.find(tokens, lexicon.read_slot):
            self.matches[match.kind].append(match)
            self._keep_longer(self._starting, (match.kind, match.first), match)
            self._keep_longer(self._ending, (match.kind, match.last), match)
        self.readings: list[Reading] = []
        self._taken: set[int] = set()

    def is_free(self, first: int, last: int) -> bool:
        return self._taken.isdisjoint(range(first, last))

    def take(self, first: int, last: int, reading: Optional[Reading] = None) -> None:
        """Claim tokens, for a value or for nothing."""
        self._taken.update(range(first, last))
        if reading:
            self.readings.append(reading)

    def add(self, entity: str, value: Value, first: int, last: int, **extra: Any) -> Reading:
        reading = Reading(entity, value, first, last, extra)
        self.take(first, last, reading)
        return reading

    def free_numbers(self) -> Iterator[int]:
        """Places of cardinal numbers that no value has taken."""
        for at, token in enumerate(self.tokens):
            if token.number is not None and not token.ordinal and at not in self._taken:
                yield at

    @staticmethod
    def _keep_longer(
        index: dict[tuple[str, int], Match], key: tuple[str, int], match: Match
    ) -> None:
        kept = index.get(key)
        if kept is None or match.last - match.first > kept.last - kept.first:
            index[key] = match

    def ending_at(self, kind: str, at: int) -> Optional[Match]:
        """The longest phrase of a kind that ends just before a token."""
        return self._ending.get((kind, at))

    def starting_at(self, kind: str, at: int) -> Optional[Match]:
        """The longest phrase of a kind that starts at a token."""
        return self._starting.get((kind, at))

    def text_at(self, at: int) -> str:
        """The folded token at a place; empty before the first and after the last."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_word(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "word"

    def ends_phrase(self, at: int) -> bool:
        """Whether no noun can be meant at a place: it is the end, a mark, or a small word."""
        return not self.is_word(at) or self.text_at(at) in self.lexicon.words["small_words"]

    def found(self) -> list[Found]:
        ordered = sorted(self.readings, key=lambda r: (r.first, r.last))
        return [
            Found(
                r.entity,
                r.value,
                self.tokens[r.first].start,
                self.tokens[r.last - 1].end,
                {**r.extra, "day": r.bare_day} if r.bare_day and r.entity == "date" else r.extra,
            )
            for r in ordered
        ]
