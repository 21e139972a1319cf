"""A fee that is to be booked, those that were, and what the law asks about the claim."""

from dataclasses import dataclass
from datetime import date

from backend.plans.claim import Debtor


@dataclass(frozen=True)
class BookedFee:
    """A fee that was booked, in minor units with its VAT (`vat` of it); 0 for a measure for free."""

    measure: str
    amount: int
    day: date
    vat: int = 0


@dataclass(frozen=True)
class FeeWish(BookedFee):
    """A fee that is to be booked; `agreed` when the debtor agreed to it before the debt arose.

    Raises ValueError for an amount below 1, or VAT that is not a part of it.
    """

    agreed: bool = False

    def __post_init__(self) -> None:
        """Refuse what is no fee."""
        if self.amount < 1 or not 0 <= self.vat <= self.amount:
            raise ValueError("a fee is 1 or more, and its VAT a part of it")


@dataclass(frozen=True)
class FeeFacts:
    """What the ceilings ask of a claim: principal (minor units), due date, debtor and kind."""

    principal: int
    due: date
    debtor: Debtor = Debtor.CONSUMER
    directly_enforceable: bool = False
