"""How the days between two days are counted, and of how many a year is made."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

_MONTHS = 12
_DAYS_OF_A_MONTH = 30


class DayCount(StrEnum):
    """A convention, by the name that the ISDA definitions and a country's data give it."""

    ACT_365F = "ACT/365F"
    ACT_360 = "ACT/360"
    THIRTY_E_360 = "30E/360"

    @property
    def year(self) -> int:
        """The days of a year."""
        return 365 if self is DayCount.ACT_365F else 360

    @property
    def numbering(self) -> Callable[[date], int]:
        """A day's place on a line on which the difference of two days is the days between them.

        30E/360 gives each month thirty days: the 31st is the 30th.
        """
        return _in_thirties if self is DayCount.THIRTY_E_360 else date.toordinal

    def days(self, since: date, until: date) -> int:
        """The days from the end of `since` to the end of `until`."""
        number = self.numbering
        return number(until) - number(since)


def _in_thirties(day: date) -> int:
    month = day.year * _MONTHS + day.month
    return month * _DAYS_OF_A_MONTH + min(day.day, _DAYS_OF_A_MONTH)
