"""The most that may be charged for each measure of collecting, and when: rows of a country's data."""

from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Annotated, Literal

from pydantic import Field

from backend.plans.claim import Debtor
from backend.plans.law.fact import Fact
from backend.plans.money import Minor
from backend.plans.reading import DataModel

_PERCENT = Decimal(100)


class Principal(DataModel):
    """The principals that a fee is for: more than `over`, at most `up_to`."""

    over: Minor = 0
    up_to: Minor | None = None

    def holds(self, principal: int) -> bool:
        """Whether `principal` (minor units) lies between the bounds."""
        return principal > self.over and (self.up_to is None or principal <= self.up_to)


class Earliest(Fact):
    """The first day of a fee: so many `days` after the due date, or after the last fee of a measure.

    `after` is "due", "same" (the measure itself) or another measure. A measure that never was does
    not hold the fee up, unless it is `required`.
    """

    after: str
    days: Annotated[int, Field(ge=0)]
    required: bool = False


class FeeCeiling(Fact):
    """The most that may be charged for a measure; `amount` is None when it is not known.

    | key | says |
    |---|---|
    | `percent_above` | percent of the principal above the band's `over` that come on top |
    | `vat`, `vat_percent` | whether VAT is within the amount or comes on top of it, and how much |
    | `debtor`, `directly_enforceable` | only for these claims; None for all |
    | `needs_agreement` | the debtor agreed to it no later than when the debt arose |
    | `not_before` | the first day; all of them hold |
    | `max_count`, `counted_with` | how many may bear a fee, these other measures counted in |
    | `includes` | what was charged for these measures before is part of the amount |
    | `total_of` | not a measure: the ceiling of the sum of these |
    | `unit` | not a measure: an amount of which others are made |
    | `next_step` | what the next legal step adds to the debt |
    """

    fee: str
    amount: Minor | None
    percent_above: Decimal = Decimal(0)
    principal: Principal = Principal()
    vat: Literal["included", "excluded", "none"] | None = None
    vat_percent: Decimal | None = None
    debtor: Debtor | None = None
    directly_enforceable: bool | None = None
    needs_agreement: bool = False
    not_before: tuple[Earliest, ...] = ()
    max_count: Annotated[int, Field(ge=1)] | None = None
    counted_with: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    total_of: tuple[str, ...] = ()
    unit: bool = False
    next_step: bool = False
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force; one whose first day is not known always was."""
        since, to = self.effective_from or date.min, self.effective_to or date.max
        return since <= day <= to

    def is_for(self, principal: int, *, directly_enforceable: bool) -> bool:
        """Whether the row is for such a claim (`principal` in minor units)."""
        return self.principal.holds(principal) and self.directly_enforceable in (
            None,
            directly_enforceable,
        )

    def at_most(self, principal: int) -> int | None:
        """The most, in minor units and without VAT that comes on top; None when not known."""
        if self.amount is None:
            return None
        above = self.percent_above / _PERCENT * (principal - self.principal.over)
        return self.amount + int(above.to_integral_value(ROUND_FLOOR))


class PlanMeasures(DataModel):
    """What the ceilings call the fee for a plan and for the notice of a payment; None for none."""

    plan: str | None
    notice: str | None
