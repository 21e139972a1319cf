"""The terms of a wish that are about money: what they mean in the rhythm and dates of the plan."""

from dataclasses import dataclass, replace
from datetime import date

from backend.plans.negotiation.outcome import BrokenRule, Rule
from backend.plans.negotiation.proposal import Proposal
from backend.plans.negotiation.sizing import NumberWish, Room, SizeWish
from backend.plans.negotiation.timing import Pace
from backend.plans.rules.bands import Band


@dataclass(frozen=True)
class DownPayment:
    """The room that a down payment leaves, the rest of the wish, and the rules that it broke."""

    room: Room
    rest: Proposal
    broken: tuple[BrokenRule, ...] = ()


def settle_down_payment(proposal: Proposal, band: Band, balance: int) -> DownPayment:
    """The wished down payment as near as allowed; `balance` in minor units.

    It is as large as an instalment at least. One that leaves nothing to divide is a wish to pay
    all at once.
    """
    at_least, at_most = band.instalment.at_least, band.instalments.at_most
    wished = proposal.down_payment
    if wished is None:
        return DownPayment(Room(0, balance, at_least, at_most), proposal)
    down = max(wished, min(at_least, balance))
    broken: tuple[BrokenRule, ...] = ()
    if down != wished:
        broken = (BrokenRule(Rule.DOWN_PAYMENT_AT_LEAST, down, wished),)
    if down < balance and at_most > 1:
        return DownPayment(Room(down, balance - down, at_least, at_most - 1), proposal, broken)
    if down < balance:
        broken = (*broken, BrokenRule(Rule.INSTALMENTS_AT_MOST, at_most, 2))
    dates_only = replace(
        proposal, amount=None, instalments=None, duration_months=None, end_date=None
    )
    return DownPayment(Room(0, balance, at_least, at_most=1), dates_only, broken)


def size_wish(wish: Proposal, room: Room, pace: Pace, dues: tuple[date, ...]) -> SizeWish:
    """The wished size in the plan's rhythm; `dues` are its due dates, one more than allowed."""
    amount = None
    if wish.amount is not None:
        amount = min(max(round(wish.amount * pace.scale), 1), room.total)
    numbers = []
    if wish.instalments is not None:
        numbers.append(_named(max(round(wish.instalments / pace.scale), 1), room))
    if wish.duration_months is not None:
        numbers.append(_within(wish.duration_months, room, pace.rhythm.per_year))
    if wish.end_date is not None:
        numbers.append(_until(wish.end_date, room, dues))
    return SizeWish(amount, tuple(numbers))


def _named(number: int, room: Room) -> NumberWish:
    limit, wished = room.at_most + room.extra, number + room.extra
    broken = BrokenRule(Rule.INSTALMENTS_AT_MOST, limit, wished)
    return NumberWish(number, exact=True, broken=broken if wished > limit else None)


def _within(months: int, room: Room, per_year: int) -> NumberWish:
    number = months * per_year // 12
    limit = max(room.at_most * 12 // per_year, 1)
    broken = BrokenRule(Rule.DURATION, limit, months)
    return NumberWish(number, exact=False, broken=broken if number > room.at_most else None)


def _until(end: date, room: Room, dues: tuple[date, ...]) -> NumberWish:
    number = sum(due <= end for due in dues) - room.extra
    if number < 1:
        broken = BrokenRule(Rule.END_DATE, dues[room.extra], end)
        return NumberWish(1, exact=False, broken=broken)
    broken = BrokenRule(Rule.END_DATE, dues[-2], end)
    return NumberWish(number, exact=False, broken=broken if number > room.at_most else None)
