"""The lexicon files: alike in shape, readable in errors, the only place where languages are named."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.nlu.values import lexicon_files as files
from assistant.nlu.values import read_values

LANGUAGES = files.languages()
PACKAGE = Path(files.__file__).parent


def keys(data: Any, depth: int = 2) -> Any:
    """The keys that every language has to share: two levels, tables of words aside."""
    if not isinstance(data, dict) or depth == 0:
        return None
    return {str(key): keys(value, depth - 1) for key, value in data.items()}


def shape(language: str) -> Any:
    data = yaml.safe_load((files.FOLDER / f"{language}.yml").read_text("utf-8"))
    for free in ("lists", "days_ahead", "currencies"):  # each language has its own there
        data[free] = None
    data["month_parts"]["whole"] = None
    return keys(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_keys_that_all_have(language: str) -> None:
    assert shape(language) == shape(LANGUAGES[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_has_twelve_months_and_seven_days(language: str) -> None:
    slots = files.lexicon(language).slots
    assert set(slots["month"].values()) == set(range(1, 13))
    assert set(slots["weekday"].values()) == set(range(1, 8))
    assert set(slots["unit"].values()) == set(files.UNITS)


def test_no_python_file_names_a_language() -> None:
    named = re.compile("[\"'](?:" + "|".join(LANGUAGES) + ")[\"']")
    assert [
        path.name for path in PACKAGE.glob("*.py") if named.search(path.read_text("utf-8"))
    ] == []


def test_a_new_file_is_a_new_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (files.FOLDER / f"{LANGUAGES[0]}.yml").read_text("utf-8")
    (tmp_path / "xx.yml").write_text(text, "utf-8")
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    assert files.languages() == ("xx",)
    found = read_values("500 kr", language="xx", today=date(2026, 11, 21))
    files.lexicon.cache_clear()
    assert [str(one.value) for one in found] == ["500"]


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError, match="xx"):
        read_values("500", language="xx", today=date(2026, 11, 21))


def without_months(data: dict[str, Any]) -> None:
    del data["calendar"]["months"]


def with_an_unknown_kind(data: dict[str, Any]) -> None:
    data["dates"]["someday"] = ["some day"]


def with_a_bare_no(data: dict[str, Any]) -> None:
    data["numbers"]["cardinals"][0] = [False]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(without_months, "months"), (with_an_unknown_kind, "someday"), (with_a_bare_no, "quotes")],
)
def test_a_file_that_is_wrong_says_where(
    spoil: Callable[[dict[str, Any]], None], said: str, tmp_path: Path
) -> None:
    data = yaml.safe_load((files.FOLDER / f"{LANGUAGES[0]}.yml").read_text("utf-8"))
    spoil(data)
    path = tmp_path / "xx.yml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    with pytest.raises(files.LexiconError, match=f"xx.yml.*{said}"):
        files.load(path)
