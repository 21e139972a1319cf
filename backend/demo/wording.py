"""The words of the demonstration's pages: texts/<language>.yml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from backend.clients import Client
from backend.wording import Catalogue

_TEXTS = Path(__file__).parent / "texts"


@cache
def _catalogues() -> Mapping[str, Catalogue]:
    return Catalogue.read_folder(_TEXTS)


class Words:
    """The words of one page, in its language and as its client's country writes figures."""

    def __init__(self, language: str, client: Client) -> None:
        self.catalogue = _catalogues()[language]
        self._client = client

    def __call__(self, text: str, **values: Any) -> str:
        """A text with its placeholders filled."""
        country = self._client.country
        return self.catalogue.write(text, {"country": country, **values}, country)
