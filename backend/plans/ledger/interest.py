"""Simple interest between days, exact until it is rounded once.

A day's interest is owed for a day on which something was owed since the day before: the day on which
a sum falls due bears none, the day on which it is paid does. The interest of a span is a whole
number (the numerator) of a fraction whose denominator is the same for the whole clock, so that
sums of spans are exact and rounding comes last.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from backend.plans.law.late_interest import RateUnknown
from backend.plans.ledger.day_count import DayCount

#: Rates are kept in millionths of a percent.
_SCALE = 1_000_000
_PERCENT = 100
_DAY = timedelta(days=1)
_Table = tuple[Sequence[date], Sequence[tuple[int, int, int]], Callable[[date], int]]


@dataclass(frozen=True, slots=True)
class RatedDays:
    """The days from `first` to `last`, both in it, with their yearly `rate` in percent."""

    first: date
    last: date
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Segment:
    """Days (both ends in it) on which the same rate ran on the same principal (minor units)."""

    first: date
    last: date
    days: int
    principal: int
    rate: Decimal


@dataclass(frozen=True)
class InterestClock:
    """The rates of the days since `start` (that day bears none), each following the one before it.

    Nothing is reckoned for a day after the last rate. `runs` is False where no interest runs at
    all, and after the day `until` none runs any more.
    """

    start: date
    day_count: DayCount = DayCount.ACT_365F
    rates: tuple[RatedDays, ...] = ()
    runs: bool = True
    until: date = date.max

    @property
    def denominator(self) -> int:
        """By what a numerator is divided."""
        return _SCALE * _PERCENT * self.day_count.year

    def weight(self, day: date) -> int:
        """The numerator of one minor unit that is owed from the start to the end of `day`.

        Raises RateUnknown for a day whose rate is not known.
        """
        if day > self.until:
            day = self.until
        if day <= self.start or not self.runs:
            return 0
        ends, steps, number = self._table
        index = bisect_left(ends, day)
        if index == len(ends):
            raise RateUnknown((ends[-1] if ends else self.start) + _DAY)
        begin, weight, scaled = steps[index]
        return weight + scaled * (number(day) - begin)

    def numerator(self, principal: int, since: date, until: date) -> int:
        """The exact interest on `principal` that is owed from the end of `since` to that of `until`.

        Raises RateUnknown when a rate between the two is not known.
        """
        if not principal or until <= since:
            return 0
        return principal * (self.weight(until) - self.weight(since))

    def rounded(self, numerator: int) -> int:
        """Minor units, rounded half up."""
        return (2 * numerator + self.denominator) // (2 * self.denominator)

    def segments(self, principal: int, since: date, until: date) -> tuple[Segment, ...]:
        """How the numerator of the same span is reckoned. Raises RateUnknown."""
        if not self.numerator(principal, since, until):
            return ()
        since, until = max(since, self.start), min(until, self.until)
        found = []
        for rated in self.rates:
            begin, end = max(since, rated.first - _DAY), min(until, rated.last)
            if begin < end:
                days = self.day_count.days(begin, end)
                found.append(Segment(begin + _DAY, end, days, principal, rated.rate))
        return tuple(found)

    @cached_property
    def _table(self) -> _Table:
        """The last day of each rate; of each the number of the day before it, the weight until
        then, and the rate; and how a day becomes a number.
        """
        number = self.day_count.numbering
        steps = []
        weight, end = 0, self.start
        for rated in self.rates:
            if rated.first != end + _DAY:
                raise ValueError(f"the rate from {rated.first} does not follow on {end}")
            begin, scaled = number(end), _scaled(rated.rate)
            steps.append((begin, weight, scaled))
            weight += scaled * (number(rated.last) - begin)
            end = rated.last
        return [rated.last for rated in self.rates], steps, number


def _scaled(rate: Decimal) -> int:
    scaled = rate * _SCALE
    if scaled != int(scaled) or scaled < 0:
        raise ValueError(f"{rate} percent is below zero or has more than six decimals")
    return int(scaled)
