"""The rules that a client has set for plans: the `plans:` section of its data file.

Amounts are written in major units as people read them (300 is 300 kronor) and held in minor ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import Field, RootModel, model_validator

from backend.plans.claim import Claim, Debtor
from backend.plans.law.bank_days import BankDays
from backend.plans.law.jurisdiction import Jurisdiction
from backend.plans.money import Minor
from backend.plans.reading import DataModel, read
from backend.plans.rules.rhythm import Rhythm

Count = Annotated[int, Field(strict=True, ge=0)]
AtLeastOne = Annotated[int, Field(strict=True, ge=1)]
# The 28th is the last day that every month has.
DayOfMonth = Annotated[int, Field(strict=True, ge=1, le=28)]


class Balance(DataModel):
    """Which balances: more than `over`, at most `up_to`; without a bound there is none."""

    over: Minor = 0
    up_to: Minor | None = None

    def holds(self, balance: int) -> bool:
        """Whether `balance` (minor units) lies between the bounds."""
        return balance > self.over and (self.up_to is None or balance <= self.up_to)


class BrokenPlans(DataModel):
    """How many plans the debtor may have broken before."""

    at_most: Count


class When(DataModel):
    """Which claims a band is for; what it does not mention does not matter."""

    balance: Balance = Balance()
    debtor: Debtor | None = None
    broken_plans: BrokenPlans | None = None

    def fits(self, claim: Claim) -> bool:
        """Whether `claim` is one of them."""
        return (
            self.balance.holds(claim.balance)
            and self.debtor in (None, claim.debtor)
            and (self.broken_plans is None or claim.broken_plans <= self.broken_plans.at_most)
        )


class Instalment(DataModel):
    """The smallest instalment; only the last payment may be smaller."""

    at_least: Annotated[Minor, Field(ge=1)]


class Instalments(DataModel):
    """The largest number of payments, a down payment among them."""

    at_most: AtLeastOne


class FirstPayment(DataModel):
    """In how many days from today the first payment is due: no earlier, no later."""

    within_days: Count
    not_before_days: Count = 1

    @model_validator(mode="after")
    def _leaves_a_day(self) -> Self:
        if self.not_before_days > self.within_days:
            raise ValueError("not_before_days is more than within_days")
        return self


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


class Postponement(DataModel):
    """For how long all of the payment may be put off."""

    at_most_days: AtLeastOne


class Band(DataModel):
    """The rules for the claims that `when` names; without `deferral` only a person may defer."""

    when: When = When()
    instalment: Instalment
    instalments: Instalments
    first_payment: FirstPayment
    rhythm: Annotated[tuple[Rhythm, ...], Field(min_length=1)] = (Rhythm.MONTHLY,)
    pay_days: PayDays = PayDays()
    deferral: Postponement | None = None
    why: str | None = None

    @model_validator(mode="after")
    def _always_leaves_something_for_the_last_payment(self) -> Self:
        # A total split evenly in n has a last part above zero when each is n minor units or more.
        if self.instalment.at_least < self.instalments.at_most:
            raise ValueError("instalment.at_least is too small for so many instalments")
        return self


class Bands(RootModel[tuple[Band, ...]]):
    """The whole section: a list of bands."""


@dataclass(frozen=True)
class PlanRules:
    """A client's rules for plans in one country; the first band that fits a claim is the one."""

    bands: tuple[Band, ...]
    currency: str
    bank_days: BankDays

    @classmethod
    def read(cls, section: Sequence[object], country: Jurisdiction) -> Self:
        """The rules from the `plans:` section (as YAML gives it). Raises DataError."""
        bands = read(Bands, section, name="plans", minor_digits=country.minor_digits)
        return cls(bands.root, country.currency, country.bank_days)

    def band_for(self, claim: Claim) -> Band | None:
        """The band that `claim` falls in, if there is one."""
        return next((band for band in self.bands if band.when.fits(claim)), None)
