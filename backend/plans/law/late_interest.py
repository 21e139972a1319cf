"""Late interest: its formula in a country, and the rate of each day as dated data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from backend.plans.claim import Debtor
from backend.plans.law.fact import Chosen, Fact
from backend.plans.reading import DataModel

_DAY = timedelta(days=1)

DayCount = Literal["ACT/365F", "ACT/360", "30E/360"]
"""How days become a part of a year: real days over 365 or 360, or months of 30 days over 360."""

Compounding = Literal["none", "yearly_at_most"]


class Formula(Fact):
    """How the rate is made: a reference rate and a `margin`, in percentage points.

    `set_by_regulation`: an authority fixes the whole rate, with the margin as its least.
    `business_margin` is set where a business owes another margin than a consumer.
    """

    kind: Literal["reference_plus_margin", "set_by_regulation"]
    margin: Decimal
    business_margin: Decimal | None = None


class Starts(Fact):
    """From which day late interest runs, in words."""

    rule: str


class Interest(DataModel):
    """The law of late interest in a country, without the rates."""

    formula: Formula
    day_count: Chosen[DayCount]
    compounding: Chosen[Compounding]
    on_fees: Chosen[bool]
    starts: Starts


class LateInterest(Fact):
    """The yearly late interest, in percent, of a span of days (both ends in it).

    `rate` is a consumer's, and everybody's where businesses have no margin of their own. No interest
    is computed for a day without a row, or with a row whose `rate` is None.
    """

    effective_from: date
    effective_to: date | None
    reference_rate: Decimal | None
    rate: Decimal | None
    business_rate: Decimal | None = None

    def holds_on(self, day: date) -> bool:
        """Whether `day` is in the row's span."""
        return self.effective_from <= day and (
            self.effective_to is None or day <= self.effective_to
        )


@dataclass(frozen=True)
class RateSpan:
    """Days with one yearly rate in percent, `first` and `last` among them, and the row it is from."""

    first: date
    last: date
    rate: Decimal
    row: LateInterest


class RateUnknown(Exception):
    """No late interest can be stated: `since` is the first day whose rate nobody knows."""

    def __init__(self, since: date) -> None:
        super().__init__(f"the late interest is not known from {since} on")
        self.since = since


def rate_spans(
    rows: Sequence[LateInterest], first_day: date, last_day: date, *, own_business_rate: bool
) -> Iterator[RateSpan]:
    """The spans that cover the days, in order; none when `last_day` is before `first_day`.

    `own_business_rate` takes the rows' `business_rate`. Raises RateUnknown at the first gap.
    """
    day = first_day
    while day <= last_day:
        row = next((row for row in rows if row.holds_on(day)), None)
        if row is None:
            raise RateUnknown(day)
        rate = row.business_rate if own_business_rate else row.rate
        if rate is None:
            raise RateUnknown(day)
        last = min(last_day, row.effective_to or last_day)
        yield RateSpan(day, last, rate, row)
        day = last + _DAY


def has_own_rate(formula: Formula, debtor: Debtor) -> bool:
    """Whether this `debtor` owes another rate than a consumer does."""
    return debtor is Debtor.BUSINESS and formula.business_margin is not None
