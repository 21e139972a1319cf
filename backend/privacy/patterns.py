"""Reads patterns.yaml: what an identity number and a card number look like."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict
from stdnum import luhn

_FILE = Path(__file__).with_name("patterns.yaml")
_ANY_LEAP_YEAR = 2000


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class IdentityNumber(_Data):
    """One kind of identity number: its shape, its date of birth and its check digits."""

    name: str
    shape: str
    day_plus: tuple[int, ...] = (0,)
    month_plus: tuple[int, ...] = (0,)
    weights: tuple[tuple[int, ...], ...] = ()
    luhn_of_last: int | None = None
    letters: str | None = None

    def is_one(self, match: re.Match[str]) -> bool:
        """True when what has the shape has a date of birth and right check digits too."""
        digits = re.sub("[^0-9]", "", match[0])
        return (
            self._has_date(int(match["day"]), int(match["month"]))
            and all(_weighted(row, digits) % 11 == 0 for row in self.weights)
            and (self.luhn_of_last is None or luhn.is_valid(digits[-self.luhn_of_last :]))
            and (self.letters is None or self._has_letter(match[0]))
        )

    def _has_date(self, day: int, month: int) -> bool:
        return any(
            _is_date(month - month_plus, day - day_plus)
            for day_plus in self.day_plus
            for month_plus in self.month_plus
        )

    def _has_letter(self, number: str) -> bool:
        assert self.letters is not None
        digits = re.sub("[^0-9]", "", number[:-1])
        return self.letters[int(digits) % len(self.letters)] == number[-1].upper()


class Named(_Data):
    """Words that call the number after them an identity number."""

    words: str
    shape: str
    at_most_between: int


class Cards(_Data):
    """Payment cards: the shape, the issuers' kinds, and words that make it something else."""

    shape: str
    kinds: tuple[str, ...]
    not_after: str


class Patterns(_Data):
    """All of patterns.yaml."""

    shown: str
    separators: str
    named: Named
    identity_numbers: tuple[IdentityNumber, ...]
    phones: dict[str, str]
    cards: Cards

    def compiled(self, shape: str) -> re.Pattern[str]:
        """A shape that does not match inside a longer number or word."""
        return re.compile(rf"(?<![0-9A-Za-z+]){self._filled(shape)}(?![0-9A-Za-z])")

    def compiled_run(self, shape: str) -> re.Pattern[str]:
        """A shape in groups of digits; it does not match inside a longer run of groups."""
        sep = self.separators
        whole = rf"(?<![0-9A-Za-z+])(?<![0-9]{sep}){self._filled(shape)}(?!{sep}?[0-9])(?![A-Za-z])"
        return re.compile(whole)

    def compiled_named(self) -> re.Pattern[str]:
        """A number with the word before it that calls it an identity number."""
        words = re.sub(r"\s*\n?\s*\|", "|", self.named.words.strip())
        between = rf"[^0-9\n]{{0,{self.named.at_most_between}}}?"
        number = self._filled(self.named.shape)
        whole = rf"(?P<before>\b(?:{words})\b{between})(?<![0-9]){number}(?![0-9])"
        return re.compile(whole, re.IGNORECASE)

    def _filled(self, shape: str) -> str:
        return shape.replace("{sep}", self.separators)


@cache
def read_patterns() -> Patterns:
    """The patterns of this package."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return Patterns.model_validate(content)


def _is_date(month: int, day: int) -> bool:
    try:
        date(_ANY_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _weighted(weights: tuple[int, ...], digits: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
