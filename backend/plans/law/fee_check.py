"""Whether a fee may be booked: the measure, the debtor, the day, the count and the sum."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from backend.plans.law.ceilings import Ceiling, ceiling_of, fitting, in_force, measured, totals_over
from backend.plans.law.fact import Fact
from backend.plans.law.fee_wish import BookedFee, FeeFacts, FeeWish
from backend.plans.law.fees import Earliest, FeeCeiling
from backend.plans.law.jurisdiction import Jurisdiction

_PERCENT = Decimal(100)


class FeeRule(StrEnum):
    """Why a fee is refused; when there are several reasons, the first of these is named."""

    UNKNOWN_MEASURE = "unknown_measure"
    CEILING_UNKNOWN = "ceiling_unknown"
    NOT_FOR_THIS_DEBTOR = "not_for_this_debtor"
    NOT_AGREED = "not_agreed"
    TOO_EARLY = "too_early"
    TOO_MANY = "too_many"
    ABOVE_CEILING = "above_ceiling"
    ABOVE_TOTAL = "above_total"


@dataclass(frozen=True)
class FeeRefusal:
    """The rule that the fee breaks.

    | rule | `limit` | `wished` |
    |---|---|---|
    | `too_early` | the first day, None while a measure that has to come before is missing | the day |
    | `too_many` | how many may bear a fee | how many there would be |
    | `above_ceiling`, `above_total` | what is left of the sum | the fee; both without VAT on top |

    The others have none. `fact` has the source of the rule; None where there is no row.
    """

    rule: FeeRule
    fact: Fact | None
    limit: int | date | None = None
    wished: int | date | None = None


def check_fee(
    country: Jurisdiction, wish: FeeWish, booked: Sequence[BookedFee], facts: FeeFacts
) -> Ceiling | FeeRefusal:
    """The ceiling that holds for the fee, which keeps within it; or why it may not be booked.

    `booked` are the fees of the claim so far, and the measures that were taken for free.
    """
    ceiling = ceiling_of(
        country,
        wish.measure,
        facts.principal,
        facts.debtor,
        wish.day,
        directly_enforceable=facts.directly_enforceable,
    )
    if ceiling is None:
        return _without_a_row(country, wish, facts)
    totals = totals_over(
        country,
        wish.measure,
        facts.principal,
        facts.debtor,
        wish.day,
        directly_enforceable=facts.directly_enforceable,
    )
    return next(_refusals(ceiling, tuple(totals), wish, booked, facts), ceiling)


def _without_a_row(country: Jurisdiction, wish: FeeWish, facts: FeeFacts) -> FeeRefusal:
    rows = measured(country, wish.measure)
    if not rows:
        return FeeRefusal(FeeRule.UNKNOWN_MEASURE, None)
    rows = in_force(rows, wish.day)
    if rows and not fitting(rows, facts.debtor):
        return FeeRefusal(FeeRule.NOT_FOR_THIS_DEBTOR, rows[0])
    return FeeRefusal(FeeRule.CEILING_UNKNOWN, None)


def _refusals(
    ceiling: Ceiling,
    totals: Sequence[Ceiling],
    wish: FeeWish,
    booked: Sequence[BookedFee],
    facts: FeeFacts,
) -> Iterator[FeeRefusal]:
    row = ceiling.row
    for limit in (ceiling, *totals):
        if limit.at_most is None:
            yield FeeRefusal(FeeRule.CEILING_UNKNOWN, limit.row)
    if row.needs_agreement and not wish.agreed:
        yield FeeRefusal(FeeRule.NOT_AGREED, row)
    yield from _too_early(row, wish, booked, facts.due)
    yield from _too_many(row, wish, booked)
    yield from _above(FeeRule.ABOVE_CEILING, ceiling, row.includes, wish, booked)
    for total in totals:
        yield from _above(FeeRule.ABOVE_TOTAL, total, total.row.total_of, wish, booked)


def _too_early(
    row: FeeCeiling, wish: FeeWish, booked: Sequence[BookedFee], due: date
) -> Iterator[FeeRefusal]:
    days = [(_first_day(earliest, wish, booked, due), earliest) for earliest in row.not_before]
    for first, earliest in sorted(days, key=lambda found: found[0], reverse=True):
        if wish.day < first:
            limit = None if first == date.max else first
            yield FeeRefusal(FeeRule.TOO_EARLY, earliest, limit, wish.day)


def _first_day(earliest: Earliest, wish: FeeWish, booked: Sequence[BookedFee], due: date) -> date:
    """The first day of the fee; `date.max` while the measure that has to come before is missing."""
    measure = wish.measure if earliest.after == "same" else earliest.after
    days = [due] if measure == "due" else [fee.day for fee in booked if fee.measure == measure]
    if days:
        return max(days) + timedelta(days=earliest.days)
    return date.max if earliest.required else date.min


def _too_many(row: FeeCeiling, wish: FeeWish, booked: Sequence[BookedFee]) -> Iterator[FeeRefusal]:
    counted = {wish.measure, *row.counted_with}
    count = 1 + sum(1 for fee in booked if fee.measure in counted and fee.amount > 0)
    if row.max_count is not None and count > row.max_count:
        yield FeeRefusal(FeeRule.TOO_MANY, row, row.max_count, count)


def _above(
    rule: FeeRule,
    ceiling: Ceiling,
    counted: Sequence[str],
    wish: FeeWish,
    booked: Sequence[BookedFee],
) -> Iterator[FeeRefusal]:
    if ceiling.at_most is None:
        return
    charged = sum(_held_to(ceiling.row, fee) for fee in booked if fee.measure in counted)
    left = max(0, ceiling.at_most - charged)
    wished = _held_to(ceiling.row, wish)
    if wished > left:
        yield FeeRefusal(rule, ceiling.row, left, wished)


def _held_to(row: FeeCeiling, fee: BookedFee) -> int:
    """The part of the fee that the ceiling is about: without VAT, where that may come on top.

    VAT beyond its rate is no VAT, and stays in.
    """
    if row.vat != "excluded" or row.vat_percent is None:
        return fee.amount
    vat = (fee.amount - fee.vat) * row.vat_percent / _PERCENT
    return fee.amount - min(fee.vat, int(vat.to_integral_value(ROUND_HALF_UP)))
