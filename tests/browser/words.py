"""The words on the pages, from the files that the pages take them from."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_WIDGETS = Path(__file__).parents[2] / "widgets"


@cache
def words(app: str, language: str) -> Any:
    """All texts of an app (chat, console) in a language."""
    return json.loads((_WIDGETS / app / "texts" / f"{language}.json").read_text("utf-8"))


@cache
def page_words(page: str, language: str) -> Any:
    """The texts of a page of the console that brings its own."""
    path = _WIDGETS / "console" / "texts" / page / f"{language}.json"
    return json.loads(path.read_text("utf-8"))
