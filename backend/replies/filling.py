"""Fills a reply in, or says what is missing: no reply with a hole in it leaves here."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from backend.wording import Catalogue, Entry, TextFormatter


@dataclass(frozen=True)
class Filled:
    """The text, or the names of the values that are missing."""

    text: str | None
    missing: tuple[str, ...]


def fill_in(wording: str, values: Mapping[str, Any], formatter: TextFormatter) -> Filled:
    """The wording with its values."""
    names = dict.fromkeys(name for _, name, _, _ in Formatter().parse(wording) if name)
    missing = tuple(name for name in names if values.get(name) is None)
    return Filled(None if missing else formatter.vformat(wording, (), values), missing)


def wording_of(catalogue: Catalogue, reply: str, values: Mapping[str, Any]) -> str:
    """The wording that fits the case; where nothing decides between several, the first."""
    fitting: list[Entry] = catalogue.wordings(reply, values) or list(catalogue.texts[reply])
    return fitting[0].text
