"""The claim, as far as an agreement about paying it needs to know."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Debtor(StrEnum):
    """Whether the debtor is a private person or a business."""

    CONSUMER = "consumer"
    BUSINESS = "business"


class Standing(StrEnum):
    """Where a claim stands."""

    OPEN = "open"
    PLAN = "plan"
    PLAN_BROKEN = "plan_broken"
    PAID = "paid"
    DISPUTED = "disputed"
    ENFORCEMENT = "enforcement"


class Stop(StrEnum):
    """A state in which nothing may be agreed without a person, the gravest first.

    An agreement or a part payment acknowledges the claim and starts its limitation period anew (the
    limitation acts of all the countries; in one of them ten years instead of three), so nothing is
    agreed on a claim that is disputed or may be too old.
    """

    DECEASED = "deceased"
    MINOR = "minor"
    GUARDIANSHIP = "guardianship"
    RESTRUCTURING = "restructuring"
    DISPUTED = "disputed"
    PERHAPS_TIME_BARRED = "perhaps_time_barred"
    IN_COURT = "in_court"


class InterestAhead(Protocol):
    """The interest that will run on the principal: simple, and known only up to some day.

    The interest on a principal is its numerator / denominator, rounded half up once, at the end.
    """

    @property
    def denominator(self) -> int:
        """What numerators are divided by."""

    def numerator(self, principal: int, since: date, until: date) -> int:
        """The exact interest on `principal` from the end of `since` to the end of `until`.

        Raises RateUnknown past the last rate that is known.
        """

    def rounded(self, numerator: int) -> int:
        """Minor units, rounded half up."""


@dataclass(frozen=True)
class Parts:
    """What a balance is made of, in minor units; only the principal bears interest.

    `paid_first` are the kinds in the order in which a payment goes to them.
    """

    principal: int
    interest: int = 0
    fee: int = 0
    cost: int = 0
    paid_first: tuple[str, ...] = ("cost", "fee", "interest", "principal")

    @property
    def total(self) -> int:
        """All of it."""
        return self.principal + self.interest + self.fee + self.cost


@dataclass(frozen=True)
class LawfulFees:
    """The most that the law lets a plan cost, in minor units: once, and for each payment's notice."""

    plan: int = 0
    notice: int = 0


@dataclass(frozen=True)
class Claim:
    """What is owed on a day: `balance` in minor units, zero or less when nothing is left to pay.

    `parts` say what the balance is made of; without them all of it is principal. `interest` is what
    would run on from that day, None when none does. `age_days` is for how long it has been due.
    `lawful_fees` hold down what the client takes for a plan; without them nothing is taken.
    """

    balance: int
    currency: str
    debtor: Debtor = Debtor.CONSUMER
    stops: frozenset[Stop] = frozenset()
    broken_plans: int = 0
    standing: Standing = Standing.OPEN
    age_days: int = 0
    parts: Parts | None = None
    interest: InterestAhead | None = None
    lawful_fees: LawfulFees = LawfulFees()

    @property
    def gravest_stop(self) -> Stop | None:
        """The stop to name when there are several."""
        return next((stop for stop in Stop if stop in self.stops), None)

    @property
    def made_of(self) -> Parts:
        """The parts of the balance."""
        return self.parts or Parts(self.balance)
