"""Which interest a claim bears: none, a rate that was agreed, or the country's late interest."""

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from backend.plans.claim import Debtor
from backend.plans.law.jurisdiction import Jurisdiction
from backend.plans.law.late_interest import RateUnknown
from backend.plans.ledger.day_count import DayCount
from backend.plans.ledger.interest import InterestClock, RatedDays

_DAY = timedelta(days=1)
#: Whatever follows a day must be a day too.
_LAST = date.max - _DAY


class InterestBasis(StrEnum):
    """Where the rate comes from."""

    NONE = "none"
    AGREED = "agreed"
    STATUTORY = "statutory"


def no_interest(start: date) -> InterestClock:
    """A claim on which none runs (any more): what was booked is all."""
    return InterestClock(start, runs=False)


def agreed_interest(
    rate: Decimal, start: date, day_count: str, until: date = date.max
) -> InterestClock:
    """One yearly `rate`, in percent, on what is owed after the day `start`."""
    rates = (RatedDays(start + _DAY, date.max, rate),)
    return InterestClock(start, DayCount(day_count), rates, until=until)


def statutory_interest(
    country: Jurisdiction,
    debtor: Debtor,
    start: date,
    day_count: str | None = None,
    until: date = date.max,
) -> InterestClock:
    """The country's late interest after the day `start`, as far as its rates are known.

    The days are counted as the country's data says, unless `day_count` (the name of a DayCount)
    says otherwise.
    """
    counted = DayCount(day_count or country.interest.day_count.used)
    return InterestClock(start, counted, _known(country, debtor, start + _DAY), until=until)


def _known(country: Jurisdiction, debtor: Debtor, first: date) -> tuple[RatedDays, ...]:
    """The rates from the day `first` to the day before the first one that is not known."""
    last = _LAST
    try:
        spans = country.late_interest_between(first, last, debtor)
    except RateUnknown as unknown:
        last = unknown.since - _DAY
        if last < first:
            return ()
        spans = country.late_interest_between(first, last, debtor)
    return tuple(RatedDays(span.first, span.last, span.rate) for span in spans)
