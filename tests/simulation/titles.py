"""What the buttons' titles mean to who reads them: their names in the assistant's texts."""

import re
from functools import cache
from pathlib import Path

import yaml

_MONEY = r"\d.*(?:kr\.?|€)"
_TIME = r".*\d.*"
_RESPONSES = Path(__file__).resolve().parents[2] / "assistant" / "responses"


def meaning(title: str) -> str | None:
    """The button's name, in whichever language its title is; None for a title from elsewhere.

    Of several that it may be, the one that has most letters of its own: a mere value fits anything.
    """
    plain, patterns = _titles()
    if title in plain:
        return plain[title]
    return next((name for pattern, name in patterns if pattern.fullmatch(title)), None)


def languages_of(title: str) -> set[str]:
    """The languages in which a button with a fixed title is called so; none for a title from elsewhere."""
    return {language for language, titles in _buttons().items() if title in titles.values()}


@cache
def _titles() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    plain: dict[str, str] = {}
    patterns = []
    for titles in _buttons().values():
        for name, title in titles.items():
            if "{" in title:
                patterns.append((re.compile(_pattern(title)), name))
            else:
                plain.setdefault(title, name)
    return plain, sorted(patterns, key=lambda found: -len(_of_its_own(found[0])))


def _of_its_own(pattern: re.Pattern[str]) -> str:
    return pattern.pattern.replace(_MONEY, "").replace(_TIME, "").replace(".+", "")


@cache
def _buttons() -> dict[str, dict[str, str]]:
    """The buttons' titles by their names, a language."""
    files = sorted(_RESPONSES.glob("*.yml"))
    return {
        file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))["buttons"] for file in files
    }


def _pattern(title: str) -> str:
    """A sum of money is a number with its unit, a time has a number; the rest may be anything."""
    filled = ""
    for part in re.split(r"(\{[^}]*\})", title):
        if not part.startswith("{"):
            filled += re.escape(part)
        else:
            way = part.rstrip("}").partition(":")[2]
            filled += {"money": _MONEY, "time": _TIME}.get(way, ".+")
    return filled
