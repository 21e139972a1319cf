"""Which amount a message names."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from babel.numbers import NumberFormatError, parse_decimal

from assistant.nlu.values import read_values
from tests.bench.reading.cases import Case, cases, row, share

TODAY = date(2026, 11, 21)
_FIGURES = re.compile(r"\d(?:[\d.,\s]*\d)?")


def amounts(folder: Path) -> Iterator[dict[str, str]]:
    """Rows for amounts in figures and in words: ours, and the first number as its language writes it."""
    read = cases(folder, "amounts")
    for what, in_words in (("amounts in figures", False), ("amounts in words", True)):
        chosen = [case for case in read if case["words"] is in_words]
        yield _row(f"{what}: ours", _ours, chosen)
        yield _row("… the first number in it, read by Babel", _babel, chosen)


def _row(what: str, reading: Callable[[Case], float | None], read: list[Case]) -> dict[str, str]:
    found = [reading(case) for case in read]
    right = sum(one == case["expected"] for one, case in zip(found, read))
    wrong = sum(one is not None and one != case["expected"] for one, case in zip(found, read))
    return row(what, share(right, len(read)), f"{wrong} silently wrong")


def _ours(case: Case) -> float | None:
    found = read_values(case["text"], language=case["lang"], today=TODAY, asked="amount")
    return next((float(one.value) for one in found if one.entity == "amount"), None)


def _babel(case: Case) -> float | None:
    figures = _FIGURES.search(case["text"])
    try:
        return float(parse_decimal(figures[0], locale=case["lang"])) if figures else None
    except NumberFormatError:
        return None
