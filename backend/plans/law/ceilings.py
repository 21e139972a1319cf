"""Which ceiling holds for a measure of collecting, on a day and for a claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from backend.plans.claim import Debtor
from backend.plans.law.fees import FeeCeiling
from backend.plans.law.jurisdiction import Jurisdiction


@dataclass(frozen=True)
class Ceiling:
    """The most that the measure may cost this claim, and the row that says so, with its source.

    `at_most` is in minor units, without VAT that comes on top; None when nobody knows it.
    """

    row: FeeCeiling
    at_most: int | None


def ceiling_of(
    country: Jurisdiction,
    measure: str,
    principal: int,
    debtor: Debtor,
    on: date,
    *,
    directly_enforceable: bool = False,
) -> Ceiling | None:
    """The ceiling of a measure for a claim with this principal (minor units) on a day.

    None where no row holds: the measure, the day, the debtor or the principal has none.
    """
    rows = fitting(in_force(measured(country, measure), on), debtor)
    return _only(rows, principal, directly_enforceable=directly_enforceable)


def totals_over(
    country: Jurisdiction,
    measure: str,
    principal: int,
    debtor: Debtor,
    on: date,
    *,
    directly_enforceable: bool = False,
) -> Iterator[Ceiling]:
    """The ceilings of sums of fees in which the measure's is counted."""
    rows = [row for row in country.fee_ceilings if measure in row.total_of]
    for row in fitting(in_force(rows, on), debtor):
        if row.is_for(principal, directly_enforceable=directly_enforceable):
            yield Ceiling(row, row.at_most(principal))


def measured(country: Jurisdiction, measure: str) -> list[FeeCeiling]:
    """The rows of a measure; totals and units are none."""
    rows = [row for row in country.fee_ceilings if row.fee == measure]
    return [row for row in rows if not row.total_of and not row.unit]


def in_force(rows: Sequence[FeeCeiling], on: date) -> list[FeeCeiling]:
    """Those that hold on a day."""
    return [row for row in rows if row.holds_on(on)]


def fitting(rows: Sequence[FeeCeiling], debtor: Debtor) -> list[FeeCeiling]:
    """Those that are for such a debtor."""
    return [row for row in rows if row.debtor in (None, debtor)]


def _only(
    rows: Sequence[FeeCeiling], principal: int, *, directly_enforceable: bool
) -> Ceiling | None:
    for row in rows:
        if row.is_for(principal, directly_enforceable=directly_enforceable):
            return Ceiling(row, row.at_most(principal))
    return None
