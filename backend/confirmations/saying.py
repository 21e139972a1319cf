"""The words of a confirmation in one language: texts/<language>.yml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from backend.confirmations.document import Confirmation
from backend.wording import Catalogue

_TEXTS = Path(__file__).parent / "texts"


@cache
def confirmation_texts() -> Mapping[str, Catalogue]:
    """The catalogues of this package by language."""
    return Catalogue.read_folder(_TEXTS)


class Voice:
    """Says the texts of one language as the plan's country writes amounts."""

    def __init__(self, plan: Confirmation, language: str) -> None:
        self._catalogue = confirmation_texts()[language]
        self._plan = plan

    def __call__(self, text: str, **values: Any) -> str:
        """A text; its wordings may be bound to the country, and to what was agreed."""
        country = self._plan.country
        about = {"country": country, "settlement": self._plan.settlement}
        return self._catalogue.write(text, about | values, country)

    def money(self, amount: int) -> str:
        """An amount of the plan."""
        return self._catalogue.formatter(self._plan.country).write_money(self.sum(amount))

    def sum(self, amount: int) -> dict[str, Any]:
        """An amount as a value for a text."""
        return {"amount": amount, "currency": self._plan.currency}
