"""The texts of one language, read from a YAML file.

    language: sv
    locale: sv_SE
    patterns: {date: d MMMM y, day: d MMMM, weekday: EEEE d MMMM, clock: HH:mm, moment: ...}
    nouns:
      instalment: {one: "{n} delbetalning", other: "{n} delbetalningar"}
    buttons:
      ask_breakdown: Vad består det av?
    texts:
      balance:
        - text: Du är skyldig {total:money}.
        - when: {country: FI}
          text: ...

A text has one or more wordings; `when` binds a wording to values (country, channel ...). Where
`plain` is among them it is for who asked for plainer words, and goes before the usual ones that fit.
Where `as_before` is, it is for who wants to hear again what was just said, in other words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.localedata import locale_identifiers

from backend.wording.formatting import TextFormatter

#: True where plainer words were asked for.
PLAIN = "plain"
#: True where what was just said is to be said once more.
AS_BEFORE = "as_before"


class CatalogueError(ValueError):
    """A text file that cannot be used; the message names file, text and cure."""


@dataclass(frozen=True)
class Entry:
    """One wording of a text, before its placeholders are filled."""

    text: str
    when: Mapping[str, Any] = field(default_factory=dict)

    def fits(self, values: Mapping[str, Any]) -> bool:
        """True when each value that the wording is bound to is as it says."""
        return all(
            values.get(key) in (wanted if isinstance(wanted, list) else [wanted])
            for key, wanted in self.when.items()
        )


@dataclass(frozen=True)
class Catalogue:
    """All texts of one language."""

    language: str
    locale_name: str
    nouns: Mapping[str, Mapping[str, str]]
    patterns: Mapping[str, Any]
    texts: Mapping[str, tuple[Entry, ...]]
    buttons: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _formatters(self) -> dict[str, TextFormatter]:
        return {}

    def formatter(self, territory: str | None = None) -> TextFormatter:
        """The formatter of this language as it is written in `territory` (ISO code) if CLDR knows it."""
        wanted = f"{self.language}_{territory}"
        name = wanted if territory and wanted in _known_locales() else self.locale_name
        if name not in self._formatters:
            self._formatters[name] = TextFormatter(Locale.parse(name), self.nouns, self.patterns)
        return self._formatters[name]

    def wordings(self, key: str, values: Mapping[str, Any]) -> list[Entry]:
        """The wordings of a text that fit `values`; bound ones go before general ones, plain ones
        before all. After them come, for what is said again, its other words.

        Raises CatalogueError for an unknown text.
        """
        if key not in self.texts:
            raise CatalogueError(f"{self.language}: there is no text called '{key}'")
        fitting = [entry for entry in self.texts[key] if entry.fits(values)]
        anew = [entry for entry in fitting if AS_BEFORE in entry.when]
        fitting = [entry for entry in fitting if AS_BEFORE not in entry.when]
        plain = [entry for entry in fitting if PLAIN in entry.when]
        told = plain or fitting
        bound = [entry for entry in told if entry.when.keys() - {PLAIN}] or told
        return bound + anew

    def write(self, key: str, values: Mapping[str, Any], territory: str | None = None) -> str:
        """The first fitting wording of a text with its placeholders filled."""
        wordings = self.wordings(key, values)
        if not wordings:
            raise CatalogueError(f"{self.language}: no wording of '{key}' fits {sorted(values)}")
        return self.formatter(territory).vformat(wordings[0].text, (), values)

    @classmethod
    def read(cls, path: Path) -> "Catalogue":
        """Reads a text file. Raises CatalogueError with the file and the text that is wrong."""
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        try:
            return cls(
                language=content["language"],
                locale_name=content["locale"],
                nouns=content.get("nouns", {}),
                patterns=content["patterns"],
                texts={key: _entries(key, given) for key, given in content["texts"].items()},
                buttons=content.get("buttons", {}),
            )
        except (KeyError, TypeError) as error:
            raise CatalogueError(
                f"{path.name}: {error} is missing or has the wrong shape"
            ) from error

    @classmethod
    def read_folder(cls, folder: Path) -> dict[str, "Catalogue"]:
        """Every language of a folder, by its code: a new language is a new file."""
        found = [cls.read(path) for path in sorted(folder.glob("*.yml"))]
        return {catalogue.language: catalogue for catalogue in found}


def _entries(key: str, given: Any) -> tuple[Entry, ...]:
    if isinstance(given, str):
        given = [{"text": given}]
    if not isinstance(given, list) or not given:
        raise TypeError(f"'{key}'")
    return tuple(
        Entry(
            text=wording.get("text", "").strip(),
            when=wording.get("when", {}),
        )
        for wording in given
    )


@cache
def _known_locales() -> frozenset[str]:
    return frozenset(locale_identifiers())
