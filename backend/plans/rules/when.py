"""Which claims a band is for."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from backend.plans.claim import Claim, Debtor, Standing
from backend.plans.money import Minor
from backend.plans.reading import DataModel

Count = Annotated[int, Field(strict=True, ge=0)]


class Balance(DataModel):
    """Which balances: more than `over`, at most `up_to`; without a bound there is none."""

    over: Minor = 0
    up_to: Minor | None = None

    def holds(self, balance: int) -> bool:
        """Whether `balance` (minor units) lies between the bounds."""
        return balance > self.over and (self.up_to is None or balance <= self.up_to)


class Age(DataModel):
    """For how many days the claim has been due: more than `over`, at most `up_to`."""

    over: Annotated[int, Field(strict=True)] = -1
    up_to: Count | None = None

    def holds(self, days: int) -> bool:
        """Whether a claim that has been due for `days` is one of them."""
        return days > self.over and (self.up_to is None or days <= self.up_to)


class BrokenPlans(DataModel):
    """How many plans the debtor may have broken before."""

    at_most: Count


class Trait(StrEnum):
    """What may keep a claim from a plan that this client leaves to people: see `never`."""

    BUSINESS = "business"
    PLAN_BROKEN = "plan_broken"
    ENFORCEMENT = "enforcement"

    def is_of(self, claim: Claim) -> bool:
        """Whether the claim has it."""
        match self:
            case Trait.BUSINESS:
                return claim.debtor is Debtor.BUSINESS
            case Trait.PLAN_BROKEN:
                return claim.broken_plans > 0
            case Trait.ENFORCEMENT:
                return claim.standing is Standing.ENFORCEMENT


class When(DataModel):
    """Which claims a band is for; what it does not mention does not matter."""

    balance: Balance = Balance()
    age_days: Age | None = None
    debtor: Debtor | None = None
    broken_plans: BrokenPlans | None = None
    status: Annotated[tuple[Standing, ...], Field(min_length=1)] | None = None

    def fits(self, claim: Claim) -> bool:
        """Whether `claim` is one of them."""
        return (
            self.balance.holds(claim.balance)
            and (self.age_days is None or self.age_days.holds(claim.age_days))
            and self.debtor in (None, claim.debtor)
            and (self.broken_plans is None or claim.broken_plans <= self.broken_plans.at_most)
            and (self.status is None or claim.standing in self.status)
        )
