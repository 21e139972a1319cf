"""Nothing that is said before somebody is identified hints at a debt; discretion.yml says what would."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.designing.finding import Finding, finding
from backend.designing.located import line_of
from backend.designing.project import BUTTONS, RESPONSES, Project
from backend.designing.texts import wordings

FILE = Path(__file__).parents[1] / "discretion.yml"
_IDENTIFIED = "identified"


def check_discretion(project: Project) -> Iterator[Finding]:
    """Texts that strangers hear and buttons that strangers see."""
    told, general = _content()["said_to_strangers"], _content()["general_answers"]
    hidden = _hidden_buttons(project)
    for language, catalogue in project.catalogues(RESPONSES).items():
        file = (RESPONSES / f"{language}.yml").as_posix()
        hint = _hints(language)
        for wording in wordings(catalogue):
            if wording.name not in [*told, *general] or wording.when.get(_IDENTIFIED) is True:
                continue
            may_hint = wording.name in general
            if hint and not may_hint and (found := hint.search(wording.text)):
                yield finding(file, wording.line, "hint_in_text", name=wording.name, word=found[0])
            for value in sorted(wording.values & set(_content()["values_of_a_case"])):
                yield finding(file, wording.line, "hint_in_value", name=wording.name, value=value)
        for name, title in (catalogue.get("buttons") or {}).items():
            if name not in hidden and hint and (found := hint.search(str(title))):
                yield finding(file, line_of(title), "hint_in_button", name=name, word=found[0])


def _hidden_buttons(project: Project) -> set[str]:
    """Buttons that only who is identified sees."""
    buttons = project.read(BUTTONS).get("buttons") or {}
    about = {name for name, command in buttons.items() if (command or {}).get("about_a_case")}
    return about | set(_content()["buttons_of_an_offer"])


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return content


@cache
def _hints(language: str) -> re.Pattern[str] | None:
    words = _content()["hints"].get(language)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE) if words else None
