"""What a band lets a plan be: how much, how many, how long, when, and at what cost."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from backend.plans.money import Minor
from backend.plans.reading import DataModel
from backend.plans.rules.percent import Percent
from backend.plans.rules.when import Count

AtLeastOne = Annotated[int, Field(strict=True, ge=1)]
# The 28th is the last day that every month has.
DayOfMonth = Annotated[int, Field(strict=True, ge=1, le=28)]
#: Whether interest goes on while a plan is kept.
InterestWhileKept = Literal["frozen", "runs"]


class Instalment(DataModel):
    """The smallest instalment; only the last payment may be smaller."""

    at_least: Annotated[Minor, Field(ge=1)]


class Instalments(DataModel):
    """The largest number of payments, a down payment among them."""

    at_most: AtLeastOne


class Duration(DataModel):
    """For how many months a plan may last, from its first payment to its last."""

    at_most_months: AtLeastOne


class FirstPayment(DataModel):
    """In how many days from today the first payment is due: no earlier, no later."""

    within_days: Count
    not_before_days: Count = 1

    @model_validator(mode="after")
    def _leaves_a_day(self) -> Self:
        if self.not_before_days > self.within_days:
            raise ValueError("not_before_days is more than within_days")
        return self


class DownPayment(DataModel):
    """What a plan begins with at least: a sum, or a share of the balance in percent."""

    at_least: Annotated[Minor, Field(ge=1)] | None = None
    at_least_percent: Percent | None = None

    @model_validator(mode="after")
    def _says_one_of_them(self) -> Self:
        if (self.at_least is None) == (self.at_least_percent is None):
            raise ValueError("give either at_least or at_least_percent")
        return self

    def least(self, balance: int) -> int:
        """The least in minor units of a `balance`."""
        if self.at_least_percent is not None:
            return self.at_least_percent.of(balance)
        return min(self.at_least or 0, balance)


class PayDays(DataModel):
    """The days of the month on which a monthly plan may be paid."""

    first: DayOfMonth = Field(default=1, alias="from")
    last: DayOfMonth = Field(default=28, alias="to")

    @model_validator(mode="after")
    def _leaves_a_day(self) -> Self:
        if self.first > self.last:
            raise ValueError("from is after to")
        return self

    def nearest(self, day: int) -> int:
        """The allowed day that is nearest to `day` (1-31)."""
        return min(max(day, self.first), self.last)


class Fees(DataModel):
    """What the client takes for a plan of several payments: once, and for the notice of each.

    They are held down to what the law allows when a plan is offered (see `law`).
    """

    plan: Minor = 0
    notice: Minor = 0
