"""When people are there: a week of opening hours, less the country's public holidays."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from backend.clients.closed_days import is_closed
from backend.clients.week import Span, Week
from backend.plans import BankDays

_DAY = timedelta(days=1)
_LONGEST_CLOSED_DAYS = 31
_YEAR_DAYS = 366
_SATURDAY = 5


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

    def after(self, start: datetime, seconds: float) -> datetime | None:
        """When so many open seconds (more than 0) have passed since `start`, in the client's zone.

        The counterpart of `open_seconds`. None when a year does not have so many.
        """
        day = start.astimezone(self.zone).date()
        start = start.astimezone(UTC)
        for _ in range(_YEAR_DAYS):
            if span := self._span(day):
                opens = max(self._moment(day, span.opens), start)
                there = (self._moment(day, span.closes) - opens).total_seconds()
                if there >= seconds:
                    return (opens + timedelta(seconds=seconds)).astimezone(self.zone)
                seconds -= max(0.0, there)
            day += _DAY
        return None

    def before(self, end: datetime, seconds: float) -> datetime:
        """Since when so many open seconds had passed at `end`; a month before it at the most."""
        day = end.astimezone(self.zone).date()
        end = end.astimezone(UTC)
        for _ in range(_LONGEST_CLOSED_DAYS):
            if span := self._span(day):
                closes = min(self._moment(day, span.closes), end)
                there = (closes - self._moment(day, span.opens)).total_seconds()
                if there >= seconds:
                    return closes - timedelta(seconds=seconds)
                seconds -= max(0.0, there)
            day -= _DAY
        return end - _LONGEST_CLOSED_DAYS * _DAY

    def closing(self, moment: datetime) -> datetime | None:
        """Until when somebody is there today, in the client's zone; None while it is closed."""
        day = moment.astimezone(self.zone).date()
        span = self._span(day) if self.is_open(moment) else None
        return self._moment(day, span.closes).astimezone(self.zone) if span else None

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
