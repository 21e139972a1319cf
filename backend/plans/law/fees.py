"""The most that may be charged for each measure of collecting."""

from datetime import date
from typing import Literal

from backend.plans.claim import Debtor
from backend.plans.law.fact import Fact
from backend.plans.money import Minor
from backend.plans.reading import DataModel


class Principal(DataModel):
    """The principals that a fee is for: more than `over`, at most `up_to`."""

    over: Minor = 0
    up_to: Minor | None = None


class FeeCeiling(Fact):
    """The most that may be charged for a measure; `amount` is None when it is not known."""

    fee: str
    amount: Minor | None
    principal: Principal = Principal()
    vat: Literal["included", "excluded", "none"] | None = None
    debtor: Debtor | None = None
    directly_enforceable: bool | None = None
    max_count: int | None = None
    effective_to: date | None = None
