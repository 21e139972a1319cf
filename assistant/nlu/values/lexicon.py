"""A language as it stands in ``assistant/nlu/lexicon/<language>.yml``, made ready for reading.

A language is a file in that folder; nothing here knows which there are. What is wrong in a file is
said with the file's name and the place in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

import yaml

from .folding import fold_word
from .numbers import NumberWords, Part
from .phrases import PhraseTree, expand
from .tokens import Token

FOLDER = Path(__file__).parent.parent / "lexicon"

UNITS = ("day", "week", "month", "quarter", "half_year", "year")
MONTH_PARTS = ("first", "start", "middle", "end", "last", "turn")
_PHRASE_KINDS = {
    "dates": {
        "day", "day_month", "weekday", "weekday_next_week", "weekday_this_week", "last_weekday",
        "weekday_in_units", "in_units", "in_a_unit", "week_number", "next_week", "end_of_week",
        "end_of_next_week", "next_month", "in_month", "from_month", "payday",
    },
    "counts": {
        "instalments", "duration", "duration_of_one", "duration_and_a_half", "day_of_month",
        "last_of_every_month", "ignored",
    },
    "marks": {
        "monthly", "now", "not_before", "not_after", "not_negating", "correction", "instead",
        "at_most_before", "at_most_after", "at_least_before", "at_least_after", "between",
        "not_money_before", "not_money_after", "year", "pay_verb", "past_verb",
    },
}


class LexiconError(ValueError):
    """A lexicon file cannot be used; the message names the file and the place."""


@dataclass(frozen=True)
class Lexicon:
    """One language, compiled."""

    language: str
    numbers: NumberWords
    phrases: PhraseTree
    slots: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, frozenset[str]]
    holidays: tuple[Mapping[str, Any], ...]
    pay_day: int
    decimal_point: bool
    compact_dates: bool
    phone_shapes: frozenset[tuple[int, ...]]
    phone_zero: bool
    currency_words: frozenset[str]
    bound_words: frozenset[str]
    spelt: frozenset[str]
    number_endings: Mapping[str, tuple[str, ...]]

    def knows(self, word: str) -> bool:
        """Whether a word before a hyphen and figures is a word ('max-500') and no case prefix."""
        tables = (self.currency_words, self.bound_words, *self.slots.values())
        return any(word in table for table in tables)

    def measures(self, word: str) -> bool:
        """Whether a word beside figures makes a quantity of them: a currency, a unit, 'thousand'."""
        if word in self.currency_words or word in self.slots["unit"]:
            return True
        return bool(word) and any(p.kind in ("scale", "suffix") for p in self.numbers.split(word))

    def read_slot(self, slot: str, token: Token) -> Any:
        """What a ``{slot}`` of a phrase sees in a token; None where it does not fit."""
        if slot in self.slots:
            return self.slots[slot].get(token.text)
        return None if token.number is None else self._read_number(slot, token)

    def _read_number(self, slot: str, token: Token) -> Any:
        whole = token.whole
        if slot == "n":
            return token if token.ordinal is None and not token.money else None
        if slot in self.number_endings:
            inflected = token.figures is None and token.text.endswith(self.number_endings[slot])
            return token if inflected and token.ordinal is None and not token.money else None
        if slot == "amount":
            return token if token.ordinal is None else None
        if slot == "year":
            plain = token.figures and token.figures.isdigit() and len(token.figures) == 4
            return whole if plain and whole and 1950 <= whole < 2100 else None
        if whole is None or not 1 <= whole <= 31 or token.money:
            return None
        if slot == "day":
            return token if token.figures or token.ordinal else None
        if slot == "ordinal":  # '25:e'
            return token if token.figures and token.ordinal == "certain" else None
        if slot == "numbered":  # also '25.' and 'femte'
            return token if token.ordinal else None
        raise LexiconError(f"{self.language}.yml: no slot is called {{{slot}}}")


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@lru_cache(maxsize=None)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, loaded once; KeyError for one that has none."""
    path = FOLDER / f"{language}.yml"
    if language not in languages():
        raise KeyError(f"no lexicon for {language!r}")
    return load(path)


def load(path: Path) -> Lexicon:
    """Compile a lexicon file; raises `LexiconError`."""
    try:
        return _compile(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
    except KeyError as missing:
        raise LexiconError(f"{path.name}: {missing} is missing") from missing
    except (ValueError, yaml.YAMLError) as wrong:
        raise LexiconError(f"{path.name}: {wrong}") from wrong


def _compile(language: str, data: Mapping[str, Any]) -> Lexicon:
    numbers, writing, calendar = data["numbers"], data["writing"], data["calendar"]
    letters = data["letters"]
    forms = _Forms(frozenset(letters["matter"]), frozenset(letters["needed"]))
    if set(calendar["units"]) != set(UNITS):
        raise ValueError(f"calendar.units has to have {', '.join(UNITS)}")
    suffixes = {fold_word(suffix) for suffix in numbers["ordinal_suffixes"]}
    return Lexicon(
        language=language,
        numbers=NumberWords(dict(_number_parts(numbers, forms)), suffixes),
        phrases=_phrase_tree(data, forms),
        slots={
            "month": forms.by_word(calendar["months"]),
            "weekday": forms.by_word(calendar["weekdays"]),
            "unit": forms.by_word(calendar["units"]),
        },
        words={name: frozenset(forms.all(words)) for name, words in data["words"].items()},
        holidays=tuple(data["holidays"]["days"]),
        pay_day=writing["pay_day"],
        decimal_point=writing["decimal_point"],
        compact_dates=writing["compact_dates"],
        phone_shapes=frozenset(tuple(shape) for shape in writing["phone_shapes"]),
        phone_zero=writing["phone_zero"],
        currency_words=frozenset(w for words in data["currencies"].values() for w in forms.all(words)),
        bound_words=frozenset(
            forms.all([*data["marks"]["at_most_before"], *data["marks"]["at_least_before"]])
        ),
        spelt=forms.matter | forms.needed,
        number_endings={slot: tuple(forms.all(e)) for slot, e in numbers["endings"].items()},
    )


@dataclass(frozen=True)
class _Forms:
    """How the words of a file are looked up: folded, but for those whose letters count.

    ``matter``: another word looks the same without its letters, so typed with them it is only itself
    (sv 'är' and 'år'; 'ar' is either). ``needed``: read only where typed with them ('mån', not 'man').
    """

    matter: frozenset[str]
    needed: frozenset[str]

    def spellings(self, word: str) -> tuple[str, ...]:
        if word in self.needed:
            return (word,)
        folded = fold_word(word)
        return (folded, word) if word in self.matter else (folded,)

    def all(self, words: Iterable[str]) -> Iterator[str]:
        """Every spelling of every word; phrases with slots or lists in them are passed over."""
        for pattern in words:
            if not isinstance(pattern, str):
                raise ValueError(f"{pattern!r} has to be in quotes")  # a bare no is False to YAML
            if "<" not in pattern and "{" not in pattern:
                for word in expand(pattern):
                    yield from self.spellings(word)

    def by_word(self, table: Mapping[Any, Iterable[str]]) -> dict[str, Any]:
        return {word: value for value, words in table.items() for word in self.all(words)}


def _number_parts(numbers: Mapping[str, Any], forms: _Forms) -> Iterator[tuple[str, Part]]:
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


def _phrase_tree(data: Mapping[str, Any], forms: _Forms) -> PhraseTree:
    tree = PhraseTree(data["lists"], forms.spellings)
    for section, kinds in _PHRASE_KINDS.items():
        if unknown := set(data[section]) ^ kinds:
            raise ValueError(f"{section}: unknown or missing {', '.join(sorted(unknown))}")
        for kind in kinds:
            tree.add(kind, data[section][kind])
    for days, phrases in data["days_ahead"].items():
        tree.add("days_ahead", phrases, days)
    for currency, words in data["currencies"].items():
        tree.add("currency", words, None if currency == "unnamed" else currency)
    _add_months(tree, data["month_parts"])
    _add_holidays(tree, data["holidays"])
    return tree


def _add_months(tree: PhraseTree, months: Mapping[str, Any]) -> None:
    """'the end of' and 'the 20th of' this, the next and a named month."""
    which = {0: months["this"], 1: months["next"], None: ["{month}"]}
    for ahead, names in which.items():
        name = "(" + "|".join(names) + ")"
        for phrase in months["days"]:
            tree.add("day_in_month", [phrase.replace("<month>", name)], ahead)
        for part in MONTH_PARTS:
            if not months[part]:
                continue
            words = "(" + "|".join(months[part]) + ")"
            phrases = [p.replace("<part>", words).replace("<month>", name) for p in months["parts"]]
            tree.add("part_of_month", phrases, (part, ahead))
    for part in MONTH_PARTS:
        tree.add("part_of_month", months["whole"].get(part, ()), (part, 0))


def _add_holidays(tree: PhraseTree, holidays: Mapping[str, Any]) -> None:
    for index, day in enumerate(holidays["days"]):
        name = "(" + "|".join(day["names"]) + ")"
        for when in ("before", "on", "after"):
            phrases = [phrase.replace("<holiday>", name) for phrase in holidays[when]]
            tree.add("holiday", phrases, (when, index))
