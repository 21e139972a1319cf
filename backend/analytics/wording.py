"""What figures, charts, columns and outcomes are called: one file a language in texts/."""

from functools import cache
from pathlib import Path

from backend.wording import Catalogue

_FOLDER = Path(__file__).with_name("texts")


@cache
def read_words() -> dict[str, Catalogue]:
    """The catalogues by language."""
    return Catalogue.read_folder(_FOLDER)


def words(language: str) -> Catalogue:
    """The catalogue of the language; of the first one when there is none."""
    known = read_words()
    return known.get(language) or next(iter(known.values()))


def language_name(language: str, spoken: str) -> str:
    """What a language is called; the code when it is unknown."""
    return str(words(language).formatter().locale.languages.get(spoken, spoken))


def name_of(language: str, kind: str, name: str) -> str:
    """What `<kind>_<name>` is called; the bare name when nobody has said it yet."""
    catalogue = words(language)
    key = f"{kind}_{name}"
    return catalogue.write(key, {}) if key in catalogue.texts else name
