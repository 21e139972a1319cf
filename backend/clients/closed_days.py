"""A client's own closed days, beside the public holidays."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from backend.clients.faults import wrong

_EVERY_YEAR = re.compile(r"\d\d-\d\d")
#: A year that has every day.
_LEAP_YEAR = 2000


def _as_text(written: object) -> str:
    text = written.isoformat() if isinstance(written, date) else str(written)
    try:
        date.fromisoformat(f"{_LEAP_YEAR}-{text}" if _EVERY_YEAR.fullmatch(text) else text)
    except ValueError as error:
        raise wrong("is not a day that exists") from error
    return text


ClosedDay = Annotated[str, BeforeValidator(_as_text)]
"""A day as YYYY-MM-DD, or as MM-DD for the same day of every year."""


def is_closed(day: date, closed: frozenset[str]) -> bool:
    """Whether `day` is one of `closed`."""
    written = day.isoformat()
    return written in closed or written[5:] in closed
