"""The claim, as far as an agreement about paying it needs to know."""

from dataclasses import dataclass
from enum import StrEnum


class Debtor(StrEnum):
    """Whether the debtor is a private person or a business."""

    CONSUMER = "consumer"
    BUSINESS = "business"


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


@dataclass(frozen=True)
class Claim:
    """What is owed: `balance` in minor units, zero or less when nothing is left to pay."""

    balance: int
    currency: str
    debtor: Debtor = Debtor.CONSUMER
    stops: frozenset[Stop] = frozenset()
    broken_plans: int = 0

    @property
    def gravest_stop(self) -> Stop | None:
        """The stop to name when there are several."""
        return next((stop for stop in Stop if stop in self.stops), None)
