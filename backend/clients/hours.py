"""When people are there: a week of opening hours, less the country's public holidays."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Annotated, NamedTuple
from zoneinfo import ZoneInfo

import holidays
from pydantic import BeforeValidator

from backend.clients.closed_days import is_closed
from backend.clients.faults import wrong
from backend.plans import BankDays
from backend.plans.reading import DataModel

_WRITTEN = re.compile(r"^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$")
_DAY = timedelta(days=1)
_ANSWERED_WITHIN = timedelta(hours=1)
_LONGEST_CLOSED_DAYS = 31
_SATURDAY = 5


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


@dataclass(frozen=True)
class OpeningHours:
    """The hours of one client.

    Closed on the holidays of the country whose bank days are given, and on the days `closed`.
    """

    week: Week
    bank_days: BankDays
    zone: ZoneInfo
    closed: frozenset[str] = frozenset()

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody is there at `moment` (aware)."""
        local = moment.astimezone(self.zone)
        span = self._span(local.date())
        return span is not None and span.opens <= local.hour * 60 + local.minute < span.closes

    def next_opening(self, moment: datetime) -> datetime | None:
        """When somebody is there next, in the client's zone: `moment` itself while it is open.

        None when nothing is open within a month.
        """
        local = moment.astimezone(self.zone)
        if self.is_open(local):
            return local
        for days in range(_LONGEST_CLOSED_DAYS):
            day = local.date() + days * _DAY
            span = self._span(day)
            if span is None:
                continue
            opens = self._moment(day, span.opens)
            if opens > moment:
                return opens.astimezone(self.zone)
        return None

    def open_seconds(self, start: datetime, end: datetime) -> int:
        """For how many seconds somebody was there between two moments (aware); 0 when none is.

        Real seconds: an hour that summer time takes or gives is not counted or counted twice.
        """
        day, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        seconds = 0.0
        while day <= last:
            if span := self._span(day):
                opens = max(self._moment(day, span.opens), start)
                closes = min(self._moment(day, span.closes), end)
                seconds += max(0.0, (closes - opens).total_seconds())
            day += _DAY
        return round(seconds)

    def promise(self, moment: datetime) -> datetime | None:
        """By when somebody will have answered what is asked at `moment`."""
        opening = self.next_opening(moment)
        if opening is None:
            return None
        return (opening.astimezone(UTC) + _ANSWERED_WITHIN).astimezone(self.zone)

    def _moment(self, day: date, minutes: int) -> datetime:
        """In UTC, because two moments of one zone are subtracted by their clock faces."""
        if minutes == _DAY // timedelta(minutes=1):
            day, minutes = day + _DAY, 0
        return datetime.combine(day, _clock(minutes), tzinfo=self.zone).astimezone(UTC)

    def _span(self, day: date) -> Span | None:
        if is_closed(day, self.closed):
            return None
        if not self.week.open_on_holidays and self._is_holiday(day):
            return None
        return self.week.days[day.weekday()]

    def _is_holiday(self, day: date) -> bool:
        if day.weekday() < _SATURDAY:
            return not self.bank_days.is_open(day)
        return day in _public_holidays(self.bank_days.holidays, day.year)


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


@cache
def _public_holidays(country: str, year: int) -> frozenset[date]:
    # A whole year at once: the library fills its calendars while they are read.
    return frozenset(holidays.country_holidays(country, years=year))
