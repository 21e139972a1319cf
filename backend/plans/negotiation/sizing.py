"""How large and how many the instalments are: the wish where it is allowed, or what is nearest."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from backend.plans.negotiation.course import Course
from backend.plans.negotiation.outcome import BrokenRule, Rule
from backend.plans.negotiation.schedule import Size, divide_up

_MOST_PLANS = 3


@dataclass(frozen=True)
class Room:
    """What is divided, and within which limits.

    `down` (minor units) is what is paid first, if anything, and `course` what comes after it; an
    instalment is `at_least` (minor units), and there are `at_most` of them after the down payment.
    Paying all that is left at once is always allowed. `longest` is the number of months that bind
    before the number of payments does, and `per_year` the payments in a year.
    """

    down: int
    course: Course
    at_least: int
    at_most: int
    longest: int | None = None
    per_year: int = 12

    @property
    def extra(self) -> int:
        """The payments besides the instalments: the down payment."""
        return 1 if self.down else 0

    def evenly(self, number: int) -> Size:
        """`number` payments as equal as they can be with a last one that is not the largest."""
        return Size(self.course.instalment_for(number), number)

    def by_amount(self, amount: int) -> Size:
        """As many payments of `amount` as it takes; one payment of all when amount is larger."""
        instalment = min(amount, self.course.instalment_for(1))
        return Size(instalment, self.course.number_for(instalment))

    def is_large_enough(self, size: Size) -> bool:
        """Whether the instalments are as large as they have to be, and smaller than all at once."""
        if size.number == 1:
            return True
        return self.at_least <= size.instalment < self.course.instalment_for(1)

    def allows(self, size: Size) -> bool:
        """Whether `size` is within the limits."""
        return size.number <= self.at_most and self.is_large_enough(size)

    def smallest(self) -> Size:
        """The smallest instalment allowed, which makes the longest plan: the easiest to keep."""
        longest = self.evenly(self.at_most)
        if self.allows(longest):
            return longest
        smallest = self.by_amount(max(self.at_least, longest.instalment))
        return smallest if self.allows(smallest) else self.evenly(1)


@dataclass(frozen=True)
class NumberWish:
    """A wish that comes to a number of instalments, and the rule that it broke by itself.

    It is `exact` when the number was named; a time has room for so many or fewer.
    """

    number: int
    exact: bool
    broken: BrokenRule | None


@dataclass(frozen=True)
class SizeWish:
    """The wished instalment (minor units) and number of instalments; each may be missing."""

    amount: int | None
    numbers: tuple[NumberWish, ...]

    def distance(self, size: Size) -> tuple[Fraction, ...]:
        """How far `size` is from the wish: for each wished term the difference as a share of what
        was wished, the smallest first.

        Compared in that order, a plan that keeps one of two terms that do not go together is nearer
        than one that meets both of them half way.
        """
        differences = [_share(size.number, wish.number) for wish in self.numbers]
        if self.amount is not None:
            differences.append(_share(size.instalment, self.amount))
        return tuple(sorted(differences))

    def as_wished(self, room: Room) -> Size:
        """What the terms come to, if they go together; the smallest instalment without terms."""
        if self.amount is not None:
            return room.by_amount(self.amount)
        if self.numbers:
            return room.evenly(min(wish.number for wish in self.numbers))
        return room.smallest()


def settle_sizes(wish: SizeWish, room: Room) -> tuple[tuple[Size, ...], tuple[BrokenRule, ...]]:
    """The wish as the only size, or the nearest that are allowed and the rules that it broke."""
    broken = tuple({found.rule: found for found in _broken(wish, room)}.values())
    return (nearest(wish, room) if broken else (wish.as_wished(room),)), broken


def nearest(wish: SizeWish, room: Room) -> tuple[Size, ...]:
    """The nearest allowed sizes by `SizeWish.distance`, the smaller instalment first of equals.

    The sizes considered are those that a person would name: the wished instalment, the smallest
    instalment, and each number of instalments divided evenly.
    """
    considered = {room.evenly(number) for number in _worth_considering(wish, room)}
    considered.add(room.smallest())
    if wish.amount is not None:
        considered.add(room.by_amount(wish.amount))
    allowed = [size for size in considered if room.allows(size)]
    return tuple(sorted(allowed, key=lambda size: (wish.distance(size), size))[:_MOST_PLANS])


def _worth_considering(wish: SizeWish, room: Room) -> set[int]:
    """The numbers around each wished term: further away none can be among the nearest.

    The instalment never grows with the number, so those that are allowed lie side by side, and on
    each side of a term the distance only grows.
    """
    most = _most_allowed(room)
    pivots = {min(max(wished.number, 1), most) for wished in wish.numbers}
    if wish.amount is not None:
        pivots.add(_first_at_most(wish.amount, room, most))
    around = range(-_MOST_PLANS, _MOST_PLANS + 1)
    return {number for pivot in pivots for step in around if 1 <= (number := pivot + step) <= most}


def _most_allowed(room: Room) -> int:
    """The largest number whose instalments are large enough."""
    low, high = 1, room.at_most
    while low < high:
        middle = (low + high + 1) // 2
        if room.is_large_enough(room.evenly(middle)):
            low = middle
        else:
            high = middle - 1
    return low


def _first_at_most(amount: int, room: Room, most: int) -> int:
    """The smallest number whose instalments are not larger than `amount`, or the largest."""
    low, high = 1, most
    while low < high:
        middle = (low + high) // 2
        if room.course.instalment_for(middle) <= amount:
            high = middle
        else:
            low = middle + 1
    return low


def _broken(wish: SizeWish, room: Room) -> Iterator[BrokenRule]:
    yield from (number.broken for number in wish.numbers if number.broken)
    yield from _beyond_limits(wish, room)
    yield from _contradictions(wish, room)


def _beyond_limits(wish: SizeWish, room: Room) -> Iterator[BrokenRule]:
    if wish.amount is None:
        for wished in wish.numbers:
            size = _about(wished.number, room)
            if not room.is_large_enough(size):
                yield BrokenRule(Rule.INSTALMENT_AT_LEAST, room.at_least, size.instalment)
        return
    size = room.by_amount(wish.amount)
    if not room.is_large_enough(size):
        yield BrokenRule(Rule.INSTALMENT_AT_LEAST, room.at_least, size.instalment)
    if not wish.numbers and size.number > room.at_most:
        yield too_many(room, size.number)


def _about(number: int, room: Room) -> Size:
    """What a number of instalments comes to; beyond the limits only about, without interest."""
    if number <= room.at_most:
        return room.evenly(number)
    return Size(divide_up(room.course.owed, number), number)


def too_many(room: Room, number: int) -> BrokenRule:
    """The rule that so many instalments break: their number, or the time that they take."""
    least = room.smallest().instalment
    if room.longest is not None:
        months = divide_up(number * 12, room.per_year)
        return BrokenRule(Rule.DURATION, room.longest, months, least)
    limit, wished = room.at_most + room.extra, number + room.extra
    return BrokenRule(Rule.INSTALMENTS_AT_MOST, limit, wished, least)


def _contradictions(wish: SizeWish, room: Room) -> Iterator[BrokenRule]:
    exact = [number.number for number in wish.numbers if number.exact]
    room_for = [number.number for number in wish.numbers if not number.exact]
    if wish.amount is not None:
        needed = room.by_amount(wish.amount).number
        for number in [n for n in exact if n != needed] + [n for n in room_for if n < needed]:
            come_to = room.down + wish.amount * number
            yield BrokenRule(Rule.TERMS_ADD_UP, room.down + room.course.owed, come_to)
    for number in exact:
        for most in room_for:
            if number > most:
                yield BrokenRule(Rule.INSTALMENTS_FIT_TIME, most, number)


def _share(value: int, wished: int) -> Fraction:
    return Fraction(abs(value - wished), wished)
