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
