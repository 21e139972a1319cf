"""The lines of conversations.yml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_DATA: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Line:
    """Something that a debtor writes; `card` is the kind of card that the answer is to hold."""

    text: str
    card: str | None


@dataclass(frozen=True)
class Script:
    """A conversation in one language with the assistant of one client."""

    language: str
    client: str
    lines: tuple[Line, ...]


def to_a_plan() -> list[Script]:
    """Conversations that end in an agreed plan, one a language."""
    return _scripts(_DATA["to_a_plan"])


def for_ever() -> list[Script]:
    """Conversations that may be had again from the start, one a language."""
    return _scripts(_DATA["for_ever"])


def asking_share() -> float:
    """The share of a conversation's lines whose answer needs the case API."""
    asking = set(_DATA["ask_the_case_api"])
    return sum(kind in asking for kind in _DATA["to_a_plan"]) / len(_DATA["to_a_plan"])


def _scripts(kinds: list[str]) -> list[Script]:
    return [
        Script(
            language,
            words["client"],
            tuple(Line(words[kind], _DATA["cards"].get(kind)) for kind in kinds),
        )
        for language, words in _DATA["languages"].items()
    ]
