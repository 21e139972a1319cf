"""The lexicon files: found, loaded once, compiled. What is wrong in one is said with its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Optional

import yaml

from .folding import fold_word
from .lexicon import Lexicon
from .lexicon_phrases import Forms, phrase_tree
from .numbers import NumberWords
from .sums import Part

FOLDER = Path(__file__).parent.parent / "lexicon"
UNITS = ("day", "week", "month", "quarter", "half_year", "year")


class LexiconError(ValueError):
    """A lexicon file cannot be used; the message names the file and the place."""


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, loaded once; KeyError for one that has none."""
    path = FOLDER / f"{language}.yml"
    if language not in languages():
        raise KeyError(f"no lexicon for {language!r}")
    return load(path)


def load(path: Path) -> Lexicon:
    """Compile a lexicon file; raises `LexiconError`."""
    try:
        return compile_lexicon(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
    except KeyError as missing:
        raise LexiconError(f"{path.name}: {missing} is missing") from missing
    except (ValueError, yaml.YAMLError) as wrong:
        raise LexiconError(f"{path.name}: {wrong}") from wrong


def compile_lexicon(language: str, data: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the data of its file; ValueError or KeyError where that is wrong."""
    numbers, writing, calendar = data["numbers"], data["writing"], data["calendar"]
    letters = data["letters"]
    forms = Forms(frozenset(letters["matter"]), frozenset(letters["needed"]))
    if set(calendar["units"]) != set(UNITS):
        raise ValueError(f"calendar.units has to have {', '.join(UNITS)}")
    suffixes = {fold_word(suffix) for suffix in numbers["ordinal_suffixes"]}
    return Lexicon(
        language=language,
        numbers=NumberWords(dict(_number_parts(numbers, forms)), suffixes),
        phrases=phrase_tree(data, forms),
        slots={
            "month": forms.by_word(calendar["months"]),
            "weekday": forms.by_word(calendar["weekdays"]),
            "unit": forms.by_word(calendar["units"]),
            "unit_in": forms.by_word(calendar["units_in"]),
        },
        words={name: frozenset(forms.all(words)) for name, words in data["words"].items()},
        holidays=tuple(data["holidays"]["days"]),
        pay_day=writing["pay_day"],
        decimal_point=writing["decimal_point"],
        compact_dates=writing["compact_dates"],
        phone_shapes=frozenset(tuple(shape) for shape in writing["phone_shapes"]),
        phone_zero=writing["phone_zero"],
        currency_words=frozenset(
            w for words in data["currencies"].values() for w in forms.all(words)
        ),
        bound_words=frozenset(
            forms.all([*data["marks"]["at_most_before"], *data["marks"]["at_least_before"]])
        ),
        spelt=forms.matter | forms.needed,
        number_endings={slot: tuple(forms.all(e)) for slot, e in numbers["endings"].items()},
    )


def _number_parts(numbers: Mapping[str, Any], forms: Forms) -> Iterator[tuple[str, Part]]:
    tables: list[tuple[str, str, Optional[str], bool]] = [
        ("cardinals", "small", None, False),
        ("scales", "scale", None, False),
        ("suffixes", "suffix", None, False),
        ("money_words", "scale", None, True),
        ("ordinals", "small", "certain", False),
        ("ordinal_scales", "scale", "certain", False),
        ("ordinals_that_mean_other", "small", "doubtful", False),
    ]
    for table, kind, ordinal, money in tables:
        for value, words in numbers[table].items():
            for word in forms.all(words):
                yield word, Part(kind, Decimal(str(value)), ordinal, money)
    for kind in ("and", "teen", "article", "couple", "filler"):
        for word in forms.all(numbers[kind]):
            yield word, Part(kind)
