"""Sentences that a person would hear twice: in one text, in two, or in two wordings that are the same."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from backend.designing.finding import Finding, finding
from backend.designing.heard import Heard, heard
from backend.designing.project import Project
from backend.designing.readability import SENTENCE_ENDS
from backend.designing.texts import Wording, limits

_FILE = Path(__file__).parents[1] / "apart.yml"
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"\w+")


def check_doubles(project: Project) -> Iterator[Finding]:
    """Doubled sentences; texts that are said instead of each other stand in apart.yml."""
    for one in heard(project):
        if one.is_chat:
            yield from _within(one)
            yield from _same_wordings(one)
            yield from _between(one)


def _within(one: Heard) -> Iterator[Finding]:
    for wording in one.wordings:
        said = _sentences(one, wording)
        for sentence in sorted({each for each in said if said.count(each) > 1}):
            yield finding(one.file, wording.line, "sentence_twice", sentence=sentence)


def _same_wordings(one: Heard) -> Iterator[Finding]:
    """Wordings under one name and one condition that are no other way of saying it."""
    for name, group in groupby(one.wordings, key=lambda wording: wording.name):
        seen: list[tuple[Any, str]] = []
        for wording in group:
            if (wording.when, wording.text) in seen:
                yield finding(one.file, wording.line, "wording_twice", name=name)
            seen.append((wording.when, wording.text))


def _between(one: Heard) -> Iterator[Finding]:
    first: dict[str, list[Wording]] = {}
    for wording in one.wordings:
        for sentence in dict.fromkeys(_sentences(one, wording)):
            earlier = first.setdefault(sentence, [])
            other = next((said for said in earlier if _in_a_row(said, wording)), None)
            if other is not None:
                yield finding(
                    one.file,
                    wording.line,
                    "sentence_of_two",
                    name=wording.name,
                    other=other.name,
                    sentence=sentence,
                    at=other.line,
                )
            earlier.append(wording)


def _sentences(one: Heard, wording: Wording) -> list[str]:
    """The sentences that are long enough to be noticed twice, in small letters."""
    parts = (part.strip().lower() for part in SENTENCE_ENDS.split(wording.text))
    fewest = limits()["doubled"].get(one.language, limits()["doubled"]["otherwise"])
    return [part for part in parts if len(_WORD.findall(_PLACEHOLDER.sub("", part))) >= fewest]


def _in_a_row(one: Wording, other: Wording) -> bool:
    """Whether both texts may be said to one person, one after the other."""
    if one.name == other.name or _apart(one.name, other.name):
        return False
    both = one.when.keys() & other.when.keys() & set(_content()["same_throughout"])
    return not any(_listed(one.when[key]).isdisjoint(_listed(other.when[key])) for key in both)


def _apart(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _content()["instead_of_each_other"])


def _listed(value: Any) -> set[str]:
    return {str(one) for one in (value if isinstance(value, list) else [value])}


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content
