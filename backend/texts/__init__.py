"""What the backend itself says, to debtors and to staff: one catalogue a language beside this file.

The assistant's own lines are in assistant/responses/. Nothing here tells that there is a debt,
except what only staff read (reason_*, rule_* and summary_*), and what stands in the copy that an
identified debtor takes (export_*).
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from backend.wording import Catalogue

_FOLDER = Path(__file__).parent


@cache
def read_texts() -> Mapping[str, Catalogue]:
    """The catalogues by language, read once a process."""
    return Catalogue.read_folder(_FOLDER)


@cache
def known_languages() -> tuple[str, ...]:
    """The codes of the languages that have texts."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yml")))


def say(texts: Mapping[str, Catalogue], language: str, text: str, **values: Any) -> str:
    """A text in a language that the backend speaks."""
    return texts[language].write(text, values)


def language_of(texts: Mapping[str, Catalogue], accepted: str | None, otherwise: str) -> str:
    """The first language of an Accept-Language header that the backend speaks, else `otherwise`."""
    for wanted in (accepted or "").split(","):
        code = wanted.partition(";")[0].strip().partition("-")[0].lower()
        if code in texts:
            return code
    return otherwise
