"""Which day a message means."""

import importlib
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from assistant.nlu.values import read_values
from tests.bench.reading.cases import Case, cases, row, share


def dates(folder: Path) -> Iterator[dict[str, str]]:
    """Rows for our grammar, and for a library beside it."""
    read = cases(folder, "dates")
    yield _row("dates", _ours, read)
    try:
        library = importlib.import_module("dateparser")
    except ImportError:
        yield row("dates, dateparser", "-", "not installed here")
        return
    yield _row("dates, dateparser (days first, in the future)", _theirs(library), read)


def _row(what: str, reading: Callable[[Case], str | None], read: list[Case]) -> dict[str, str]:
    for case in read:
        reading(case)  # lexicons are read at the first message of each language
    began = time.perf_counter()
    found = [reading(case) for case in read]
    took = (time.perf_counter() - began) * 1000 / len(read)
    right = sum(_is_right(one, case) for one, case in zip(found, read))
    wrong = sum(one is not None and not _is_right(one, case) for one, case in zip(found, read))
    return row(what, f"{share(right, len(read))}, {took:.2f} ms each", f"{wrong} silently wrong")


def _is_right(found: str | None, case: Case) -> bool:
    if found is None:
        return False
    first, last = case.get("accept_from"), case.get("accept_to")
    return found == case["expected"] or bool(first and last and first <= found <= last)


def _ours(case: Case) -> str | None:
    today = date.fromisoformat(case["reference"])
    found = read_values(case["text"], language=case["lang"], today=today, asked="date")
    return next((str(one.json_value()) for one in found if one.entity == "date"), None)


def _theirs(library: Any) -> Callable[[Case], str | None]:
    def reading(case: Case) -> str | None:
        settings = {
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime.fromisoformat(case["reference"]),
        }
        found = library.parse(case["text"], languages=[case["lang"]], settings=settings)
        return found.date().isoformat() if found else None

    return reading
