"""The texts of this package: titles for staff, and lines for debtors."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from backend.wording import Catalogue

_TEXTS = Path(__file__).parent / "texts"


@cache
def macro_texts() -> Mapping[str, Catalogue]:
    """The catalogues of this package by language."""
    return Catalogue.read_folder(_TEXTS)
