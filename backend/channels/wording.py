"""The words of the channels: texts/<language>.yml."""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from backend.channels.said import Words
from backend.wording import Catalogue

_TEXTS = Path(__file__).parent / "texts"


@cache
def catalogues() -> Mapping[str, Catalogue]:
    """The catalogues by language."""
    return Catalogue.read_folder(_TEXTS)


def words_in(language: str, country: str) -> Words:
    """The texts of one language, with figures as the country writes them."""
    return partial(_write, catalogues()[language], country)


def _write(catalogue: Catalogue, country: str, key: str, /, **values: Any) -> str:
    return catalogue.write(key, values, country)
