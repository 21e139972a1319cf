"""Which amount a message names."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assistant.nlu.values import read_values
from tests.bench.reading.cases import Case, cases, row, share

TODAY = date(2026, 11, 21)


def amounts(folder: Path) -> Iterator[dict[str, str]]:
    """Rows for amounts in figures and in words."""
    read = cases(folder, "amounts")
    for what, in_words in (("amounts in figures", False), ("amounts in words", True)):
        chosen = [case for case in read if case["words"] is in_words]
        found = [_ours(case) for case in chosen]
        right = sum(one == case["expected"] for one, case in zip(found, chosen))
        wrong = sum(one is not None and one != case["expected"] for one, case in zip(found, chosen))
        yield row(what, share(right, len(chosen)), f"{wrong} silently wrong")


def _ours(case: Case) -> float | None:
    found = read_values(case["text"], language=case["lang"], today=TODAY, asked="amount")
    return next((float(one.value) for one in found if one.entity == "amount"), None)
