"""The terms of a wish that are about money: what they mean in the rhythm and dates of the plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from backend.plans.negotiation.course import Course
from backend.plans.negotiation.outcome import BrokenRule, Rule
from backend.plans.negotiation.proposal import Proposal
from backend.plans.negotiation.sizing import NumberWish, Room, SizeWish, too_many
from backend.plans.negotiation.timing import Pace
from backend.plans.rules.band import Band
from backend.plans.rules.rhythm import Rhythm

_MONTHS = 12
#: Makes the course of what is left after a down payment (minor units, 0 for none).
CourseAfter = Callable[[int], Course]


@dataclass(frozen=True)
class Limits:
    """How many payments there may be in all, and the months that bind before their number does."""

    at_most: int
    longest: int | None
    per_year: int


def limits_of(band: Band, rhythm: Rhythm) -> Limits:
    """The limits of `band` for payments in `rhythm`."""
    at_most, per_year = band.instalments.at_most, rhythm.per_year
    if band.duration is not None:
        in_time = max(band.duration.at_most_months * per_year // _MONTHS, 1)
        if in_time < at_most:
            return Limits(in_time, band.duration.at_most_months, per_year)
    return Limits(at_most, None, per_year)


@dataclass(frozen=True)
class DownPayment:
    """The room that a down payment leaves, the rest of the wish, and the rules that it broke."""

    room: Room
    rest: Proposal
    broken: tuple[BrokenRule, ...] = ()


def settle_down_payment(
    proposal: Proposal, band: Band, limits: Limits, balance: int, course_after: CourseAfter
) -> DownPayment:
    """The wished down payment as near as allowed; `balance` in minor units.

    A plan of several payments begins with the band's, wished or not, unless the first instalment is
    as large anyway. A wished one is as large as an instalment at least. One that leaves nothing to
    divide is a wish to pay all at once.
    """

    def room(down: int, at_most: int) -> Room:
        course = course_after(down)
        return Room(
            down, course, band.instalment.at_least, at_most, limits.longest, limits.per_year
        )

    wished = proposal.down_payment
    asked = 0 if band.down_payment is None else band.down_payment.least(balance)
    if wished is None and asked <= band.instalment.at_least:
        return DownPayment(room(0, limits.at_most), proposal)
    if wished is None and _is_all_at_once(proposal, balance):
        return DownPayment(room(0, 1), proposal)
    least = max(asked, 0 if wished is None else min(band.instalment.at_least, balance))
    down = max(wished or 0, least)
    broken: tuple[BrokenRule, ...] = ()
    if wished is not None and down != wished:
        broken = (BrokenRule(Rule.DOWN_PAYMENT_AT_LEAST, down, wished),)
    if down < balance and limits.at_most > 1:
        return DownPayment(room(down, limits.at_most - 1), proposal, broken)
    if down < balance and wished is not None:
        broken = (*broken, BrokenRule(Rule.INSTALMENTS_AT_MOST, limits.at_most, 2))
    dates_only = replace(
        proposal, amount=None, instalments=None, duration_months=None, end_date=None
    )
    return DownPayment(room(0, 1), dates_only, broken)


def _is_all_at_once(proposal: Proposal, balance: int) -> bool:
    return (proposal.amount or 0) >= balance or proposal.instalments == 1


def size_wish(wish: Proposal, room: Room, pace: Pace, dues: tuple[date, ...]) -> SizeWish:
    """The wished size in the plan's rhythm; `dues` are its due dates, one more than allowed."""
    amount = None
    if wish.amount is not None:
        amount = min(max(round(wish.amount * pace.scale), 1), room.course.instalment_for(1))
    numbers = []
    if wish.instalments is not None:
        numbers.append(_named(max(round(wish.instalments / pace.scale), 1), room))
    if wish.duration_months is not None:
        numbers.append(_within(wish.duration_months, room, pace.rhythm.per_year))
    if wish.end_date is not None:
        numbers.append(_until(wish.end_date, room, dues))
    return SizeWish(amount, tuple(numbers))


def _named(number: int, room: Room) -> NumberWish:
    broken = too_many(room, number) if number > room.at_most else None
    return NumberWish(number, exact=True, broken=broken)


def _within(months: int, room: Room, per_year: int) -> NumberWish:
    number = months * per_year // _MONTHS
    limit = room.longest or max(room.at_most * _MONTHS // per_year, 1)
    broken = BrokenRule(Rule.DURATION, limit, months)
    return NumberWish(number, exact=False, broken=broken if number > room.at_most else None)


def _until(end: date, room: Room, dues: tuple[date, ...]) -> NumberWish:
    number = sum(due <= end for due in dues) - room.extra
    if number < 1:
        broken = BrokenRule(Rule.END_DATE, dues[room.extra], end)
        return NumberWish(1, exact=False, broken=broken)
    broken = BrokenRule(Rule.END_DATE, dues[-2], end)
    return NumberWish(number, exact=False, broken=broken if number > room.at_most else None)
