"""The phrases of a lexicon file, put into one tree; every kind of phrase has to be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .folding import fold_word
from .phrases import PhraseTree, expand
from .rhythms import A_WEEK, EVERY, RHYTHM

RHYTHMS = ("weekly", "fortnightly", "monthly", EVERY)
MONTH_PARTS = ("first", "start", "middle", "end", "last", "turn")
_PHRASE_KINDS = {
    "dates": {
        "day",
        "day_month",
        "weekday",
        "weekday_next_week",
        "weekday_this_week",
        "last_weekday",
        "weekday_in_units",
        "in_units",
        "in_a_unit",
        "week_number",
        "next_week",
        "end_of_week",
        "end_of_next_week",
        "next_month",
        "in_month",
        "from_month",
        "payday",
    },
    "counts": {
        "instalments",
        "times",
        "duration",
        "duration_of_one",
        "duration_and_a_half",
        "day_of_month",
        "last_of_every_month",
        "ignored",
    },
    "wishes": {
        "skip",
        "more_time",
        "other_amount",
        "other_pay_day",
        "together",
        "plain_once",
        "plain_kept",
        "plain_off",
        "by_writing",
        "decide_for_me",
        "begin_again",
        "debt_free",
    },
    "subjects": {
        "age",
        "child",
        "under_age",
        "minor",
        "identity_theft",
        "papers",
    },
    "marks": {
        "monthly",
        "now",
        "not_before",
        "not_after",
        "not_negating",
        "correction",
        "instead",
        "at_most_before",
        "at_most_after",
        "at_least_before",
        "at_least_after",
        "between",
        "not_money_before",
        "not_money_after",
        "year",
        "pay_verb",
        "past_verb",
    },
}


@dataclass(frozen=True)
class Forms:
    """How the words of a file are looked up: folded, but for those whose letters count.

    ``matter``: another word looks the same without its letters, so typed with them it is only
    itself ('är' and 'år'; 'ar' is either). ``needed``: read only where typed with them ('mån',
    not 'man').
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


def phrase_tree(data: Mapping[str, Any], forms: Forms) -> PhraseTree:
    """All phrases of a file; ValueError for a kind that is missing or that nothing reads."""
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
    for rhythm in RHYTHMS:
        tree.add(RHYTHM, data["rhythms"][rhythm], rhythm)
    tree.add(A_WEEK, data["rhythms"][A_WEEK])
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
