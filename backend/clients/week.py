"""A week of opening hours, as it is written in a client's file."""

import re
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from backend.clients.faults import wrong
from backend.plans.reading import DataModel

_WRITTEN = re.compile(r"^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$")


class Span(NamedTuple):
    """From when to when, in minutes since midnight; 1440 is the end of the day."""

    opens: int
    closes: int


def _read_span(written: object) -> Span:
    found = _WRITTEN.match(written) if isinstance(written, str) else None
    if found is None:
        raise wrong("is not written as 08:00-17:00")
    from_hour, from_minute, to_hour, to_minute = map(int, found.groups())
    span = Span(from_hour * 60 + from_minute, to_hour * 60 + to_minute)
    if not 0 <= span.opens < span.closes <= 24 * 60:
        raise wrong("does not end later than it begins, at 24:00 at the latest")
    return span


Hours = Annotated[Span, BeforeValidator(_read_span)]


class Week(DataModel):
    """The hours of each weekday; a day that is not named is closed."""

    mon: Hours | None = None
    tue: Hours | None = None
    wed: Hours | None = None
    thu: Hours | None = None
    fri: Hours | None = None
    sat: Hours | None = None
    sun: Hours | None = None
    open_on_holidays: bool = False

    @property
    def days(self) -> tuple[Span | None, ...]:
        """The hours of Monday to Sunday."""
        return (self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun)
