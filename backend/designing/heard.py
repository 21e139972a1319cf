"""What people in debt read or hear, from each kind of file that has words for them (heard.yml)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.designing.located import Section, Text, line_of
from backend.designing.project import Project
from backend.designing.texts import Wording, wordings

_FILE = Path(__file__).with_name("heard.yml")
CHAT, PAPER, PAGE = "chat", "paper", "page"


@dataclass(frozen=True)
class Heard:
    """The words of one file in one language. `form` is chat, paper or page."""

    file: str
    language: str
    form: str
    wordings: tuple[Wording, ...]
    titles: tuple[Text, ...] = ()
    catalogue: Section | None = None

    @property
    def is_chat(self) -> bool:
        """Whether it is said as messages."""
        return self.form == CHAT

    @property
    def nouns(self) -> Mapping[str, Any]:
        """The counted nouns of the file."""
        return self._part("nouns") or {}

    @property
    def locale(self) -> str:
        """How the file says that numbers and dates are written; the language when it says nothing."""
        return str(self._part("locale") or self.language)

    def _part(self, name: str) -> Any:
        return None if self.catalogue is None else self.catalogue.get(name)


def heard(project: Project) -> Iterator[Heard]:
    """Every file with words that people in debt meet; what cannot be read is left out."""
    for name, about in _content().items():
        folder, form = Path(name), about["form"]
        for_staff = re.compile("|".join(about.get("for_staff", [])) or "(?!)")
        for language, catalogue in project.catalogues(folder).items():
            told = (one for one in wordings(catalogue) if not for_staff.fullmatch(one.name))
            titles = (catalogue.get("buttons") or {}).values()
            yield Heard(
                file=(folder / f"{language}.yml").as_posix(),
                language=language,
                form=form,
                wordings=tuple(told),
                titles=tuple(title for title in titles if isinstance(title, Text)),
                catalogue=catalogue,
            )
        for file in project.files(folder, "*.json"):
            lines = tuple(_leaves(project.read(file), ""))
            yield Heard(file.as_posix(), file.stem, form, lines)
        for file in project.files(folder, "*.yaml"):
            for wanted in about.get("keys", []):
                yield from _by_language(file, form, wanted, project.read(file).get(wanted))


def folders_heard() -> list[Path]:
    """The folders that hold a file a language."""
    return [Path(name) for name, about in _content().items()]


def _by_language(file: Path, form: str, name: str, told: Any) -> Iterator[Heard]:
    """The words of a key that has a line for each language."""
    for language, text in (told if isinstance(told, dict) else {}).items():
        if isinstance(text, str):
            wording = Wording(name, text, {}, line_of(text))
            yield Heard(file.as_posix(), str(language), form, (wording,))


def _leaves(value: Any, name: str) -> Iterator[Wording]:
    """Every text within a value, by its path."""
    if isinstance(value, str):
        yield Wording(name, value, {}, line_of(value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _leaves(inner, f"{name}.{number}")


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content
