"""The wordings of a text file, each with its line and its placeholders."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from backend.designing.located import Section, line_of

LIMITS = Path(__file__).with_name("limits.yaml")


@dataclass(frozen=True)
class Wording:
    """One way of saying a text, and the values that it is bound to."""

    name: str
    text: str
    when: dict[str, Any]
    line: int

    @property
    def placeholders(self) -> set[tuple[str, str]]:
        """The values that it names, each with how it is written. Raises ValueError for a lone {."""
        found = Formatter().parse(self.text)
        return {(value, way or "") for _, value, way, _ in found if value is not None}

    @property
    def values(self) -> set[str]:
        """The names of the values; none when the braces are not closed."""
        try:
            return {value for value, _ in self.placeholders}
        except ValueError:
            return set()


def wordings(catalogue: Section) -> Iterator[Wording]:
    """Every wording of a catalogue that is a text."""
    for name, given in catalogue["texts"].items():
        for one in given if isinstance(given, list) else [{"text": given}]:
            text, when = (one.get("text"), one.get("when")) if isinstance(one, dict) else (one, {})
            if isinstance(text, str):
                yield Wording(str(name), text, dict(when or {}), line_of(text))


def wordings_of(catalogue: Section, name: str) -> list[Wording]:
    """The wordings of one text."""
    return [wording for wording in wordings(catalogue) if wording.name == name]


@cache
def limits() -> dict[str, Any]:
    """The numbers of limits.yaml."""
    numbers: dict[str, Any] = yaml.safe_load(LIMITS.read_text(encoding="utf-8"))
    return numbers
