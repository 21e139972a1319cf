"""The training lines and the unseen messages, each with its place."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backend.designing.located import Text
from backend.designing.project import EXAMPLES, UNSEEN, Project

_LINE = re.compile(r"^\s*-\s+(?P<text>.*\S)\s*$")


@dataclass(frozen=True)
class Example:
    """A line as a person would write it."""

    intent: str
    text: str
    file: Path
    line: int

    @property
    def words(self) -> str:
        """The bare words: what makes two lines the same."""
        return bare(self.text)


def bare(text: str) -> str:
    """A text in small letters without punctuation; one of punctuation alone stays as it is."""
    kept = "".join(
        " " if unicodedata.category(letter)[0] in "PZC" else letter for letter in text.lower()
    )
    return " ".join(kept.split()) or text.strip()


def examples(project: Project, language: str) -> Iterator[Example]:
    """The training lines of a language."""
    for file in project.files(EXAMPLES / language):
        for entry in project.read(file).get("nlu") or []:
            block = entry.get("examples") if isinstance(entry, dict) else None
            if isinstance(block, Text):
                for place, written in enumerate(block.split("\n")):
                    if found := _LINE.match(written):
                        intent = str(entry.get("intent"))
                        yield Example(intent, found["text"], file, block.line + place)


def unseen(project: Project, language: str) -> Iterator[Example]:
    """The messages of a language that understanding is measured on."""
    for file in project.files(UNSEEN / language):
        for intent, texts in project.read(file).items():
            for text in texts or []:
                yield Example(intent, str(text), file, getattr(text, "line", 1))
