"""Hides who somebody is: for texts that are read by people who need not know."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from backend.privacy.masking import mask
from backend.privacy.patterns import read_patterns

_FILE = Path(__file__).with_name("people.yaml")
_WORD = r"[^\W\d_][\w'-]*"
_CAPITAL = "(?-i:[^\\W\\d_a-zåäöæøáéíóúýþð][\\w'-]*)"


class _Shapes(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    shapes: dict[str, str]
    introduces_name: str
    introduces_capital: str
    inflected_from: int
    longest_ending: int


@dataclass(frozen=True)
class Masking:
    """Hides who somebody is in the texts of one conversation: call it with a text.

    `names` and `references` are those that are known of the case; others are found by their shape.
    `country` (ISO code) is the client's. Amounts and dates stay. It is for reading, and no promise:
    what must not be kept is masked by `mask` before it is stored.
    """

    country: str | None = None
    names: Collection[str] = ()
    references: Collection[str] = ()

    def __call__(self, text: str, *, spoken: bool = True) -> str:
        """The text without names, numbers and addresses that tell who somebody is.

        `spoken` by a person, who may say a name that is not known of the case.
        """
        hidden = mask(text, self.country)
        for reference in self.references:
            hidden = re.sub(re.escape(reference), _shown, hidden, flags=re.IGNORECASE)
        for pattern in (*_shapes(), *(_introductions() if spoken else ())):
            hidden = pattern.sub(_shown, hidden)
        parts = {part for name in self.names for part in name.split()}
        for part in sorted(parts, key=len, reverse=True):
            hidden = _name(part).sub(_shown, hidden)
        return hidden


def _shown(match: re.Match[str]) -> str:
    before = match.groupdict().get("before") or ""
    return before + read_patterns().shown


@cache
def _read() -> _Shapes:
    return _Shapes.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape.strip()) for shape in _read().shapes.values())


@cache
def _introductions() -> tuple[re.Pattern[str], ...]:
    data = _read()
    more = rf"(?:\s+{_CAPITAL}){{0,2}}"
    shapes = [
        rf"(?P<before>\b(?:{_words(data.introduces_name)})\s+){_WORD}{more}",
        rf"(?P<before>\b(?:{_words(data.introduces_capital)}),?\s+){_CAPITAL}{more}",
    ]
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


def _words(written: str) -> str:
    return re.sub(r"\s*\|\s*", "|", written.strip())


@cache
def _name(part: str) -> re.Pattern[str]:
    data = _read()
    ending = rf"\w{{0,{data.longest_ending}}}" if len(part) >= data.inflected_from else "s?"
    return re.compile(rf"\b{re.escape(part)}{ending}\b", re.IGNORECASE)
