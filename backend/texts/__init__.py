"""What the backend itself says, to debtors and to staff: one catalogue a language beside this file.

The assistant's own lines are in assistant/responses/. Nothing here tells that there is a debt,
except what only staff read (reason_*, rule_* and summary_*).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from backend.wording import Catalogue


def read_texts() -> dict[str, Catalogue]:
    """The catalogues by language."""
    return Catalogue.read_folder(Path(__file__).parent)


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
