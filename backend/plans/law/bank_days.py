"""The days on which the banks are open, from a country's data and the `holidays` library."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated, Self

import holidays
from pydantic import AfterValidator, model_validator

from backend.plans.reading import DataModel

_DAY = timedelta(days=1)
_SATURDAY = 5
_ANY_YEAR = 2001


def _exists_every_year(month_and_day: str) -> str:
    date.fromisoformat(f"{_ANY_YEAR}-{month_and_day}")
    return month_and_day


class ClosedDay(DataModel):
    """A day on which the banks are closed too: a `date` (MM-DD), or the day after a holiday.

    The holiday has its name in the country's own language, as the library writes it.
    """

    date: Annotated[str, AfterValidator(_exists_every_year)] | None = None
    day_after: str | None = None
    source: str

    @model_validator(mode="after")
    def _says_one_day(self) -> Self:
        if (self.date is None) == (self.day_after is None):
            raise ValueError("give either date or day_after")
        return self


class BankDays(DataModel):
    """The bank days of a country; as written in a jurisdiction's file.

    `holidays` is the library's code of the country, `categories` the library's kinds of holidays on
    which the banks are closed, `closed` further days that the library does not have.
    """

    holidays: str
    categories: tuple[str, ...] = ("public",)
    closed: tuple[ClosedDay, ...] = ()

    @model_validator(mode="after")
    def _is_known_to_the_library(self) -> Self:
        try:
            calendar = _calendar(self, _ANY_YEAR)
        except NotImplementedError as error:  # how the library says that it knows no such country
            raise ValueError(str(error)) from error
        for extra in self.closed:
            if extra.day_after and not calendar.get_named(extra.day_after, lookup="exact"):
                raise ValueError(f"{self.holidays} has no holiday {extra.day_after!r}")
        return self

    def is_open(self, day: date) -> bool:
        """Whether `day` is a bank day."""
        return day.weekday() < _SATURDAY and day not in _closed_days(self, day.year)

    def on_or_after(self, day: date) -> date:
        """`day` itself, or else the next bank day."""
        while not self.is_open(day):
            day += _DAY
        return day

    def on_or_before(self, day: date) -> date:
        """`day` itself, or else the bank day before it."""
        while not self.is_open(day):
            day -= _DAY
        return day


@cache
def _closed_days(bank_days: BankDays, year: int) -> frozenset[date]:
    # A whole year at once: the library fills its calendars while they are read, which is not safe
    # between threads.
    calendar = _calendar(bank_days, year)
    closed = set(calendar)
    for extra in bank_days.closed:
        if extra.date is not None:
            closed.add(date.fromisoformat(f"{year}-{extra.date}"))
        if extra.day_after is not None:
            named = calendar.get_named(extra.day_after, lookup="exact")
            closed.update(day + _DAY for day in named)
    return frozenset(closed)


def _calendar(bank_days: BankDays, year: int) -> holidays.HolidayBase:
    # Names in the country's own language, whatever the locale of the machine.
    language = holidays.country_holidays(bank_days.holidays).default_language
    return holidays.country_holidays(
        bank_days.holidays, years=year, categories=bank_days.categories, language=language
    )
