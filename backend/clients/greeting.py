"""A client's own line in the welcome: short, calm, and silent about why somebody would be here."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.designing.ruled_out import words_found

_HERE = Path(__file__).parent
#: The house style's own data, by which the assistant's texts are checked too.
_DISCRETION = _HERE.parent / "designing" / "discretion.yml"


def greeting_faults(text: str, language: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the line, and its cure. The rules are those of greeting.yaml."""
    rules = _read(_HERE / "greeting.yaml")
    if len(text) > rules["longest"]:
        yield f"has {len(text)} characters", f"write at most {rules['longest']}"
    if not text.endswith(tuple(rules["ends"])):
        yield "is not a whole sentence", "end it with a full stop"
    for mark in rules["never"]:
        if mark in text:
            yield f"has {mark!r} in it", "leave it out: the voice is calm and plain"
    if any(letter.isdigit() for letter in text):
        yield "has a figure in it", "leave it out: figures come from the case only"
    hints = [*_words(_read(_DISCRETION)["hints"], language), *_words(rules["hints"], language)]
    if found := _found(hints, r"(?i)\b(?:{})\w*", text):
        cure = "leave the word out: nothing may tell a stranger that somebody owes money"
        yield f"hints at a debt with “{found}”", cure
    for word, rule in words_found(text, language):
        yield f"has “{word}” in it", f"say it in other words: {rule.why}"


def _found(words: list[str], shape: str, text: str) -> str | None:
    for word in words:
        if found := re.search(shape.format(word), text):
            return found.group()
    return None


def _words(by_language: Mapping[str, list[str]], language: str) -> list[str]:
    return by_language.get(language, [])


@cache
def _read(file: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found
