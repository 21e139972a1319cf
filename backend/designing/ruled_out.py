"""The words that the house style rules out in a language: tone/<language>.yml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).with_name("tone")
#: What stands in such a file besides the kinds of words.
_NO_KIND = ("money",)


@dataclass(frozen=True)
class RuledOut:
    """Words of one kind, why they are not said, and what is said instead."""

    kind: str
    words: re.Pattern[str]
    why: str
    instead: str


def languages_with_words() -> list[str]:
    """The languages that have such a file."""
    return sorted(path.stem for path in _FOLDER.glob("*.yml"))


@cache
def ruled_out(language: str) -> tuple[RuledOut, ...]:
    """The words of a language; none for a language without a file."""
    kinds = {kind: given for kind, given in _content(language).items() if kind not in _NO_KIND}
    return tuple(
        RuledOut(kind, _whole(word), entry["why"], entry["instead"])
        for kind, entries in kinds.items()
        for entry in entries
        for word in entry["words"]
    )


def words_found(text: str, language: str) -> Iterator[tuple[str, RuledOut]]:
    """Each word of a text that is ruled out, as it stands there."""
    for one in ruled_out(language):
        if found := one.words.search(text):
            yield found[0], one


@cache
def words_for_money(language: str) -> tuple[str, ...]:
    """How amounts are named in a language."""
    return tuple(_content(language).get("money", ()))


def _whole(word: str) -> re.Pattern[str]:
    """Whole words; one in small letters fits capitals too."""
    flags = re.IGNORECASE if word == word.lower() else re.NOFLAG
    return re.compile(rf"(?<!\w)(?:{word})(?!\w)", flags)


@cache
def _content(language: str) -> dict[str, Any]:
    file = _FOLDER / f"{language}.yml"
    if not file.is_file():
        return {}
    content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return content
