"""The words of the demonstration's pages: texts/<language>.yml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from backend.clients import Client
from backend.wording import Catalogue

_TEXTS = Path(__file__).parent / "texts"


@cache
def _catalogues() -> Mapping[str, Catalogue]:
    return Catalogue.read_folder(_TEXTS)


def languages() -> list[str]:
    """The languages that the pages have texts in."""
    return list(_catalogues())


class Words:
    """The words of one page, in its language and as its client's country, if any, writes figures."""

    def __init__(self, language: str, client: Client | None = None) -> None:
        self.catalogue = _catalogues()[language]
        self._country = client.country if client else None

    @property
    def locale(self) -> Locale:
        """How this language writes days and the names of countries."""
        return self.catalogue.formatter(self._country).locale

    def __call__(self, text: str, **values: Any) -> str:
        """A text with its placeholders filled."""
        return self.catalogue.write(text, {"country": self._country, **values}, self._country)
