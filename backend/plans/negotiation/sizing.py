"""How large and how many the instalments are: the wish where it is allowed, or what is nearest."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from backend.plans.negotiation.outcome import BrokenRule, Rule
from backend.plans.negotiation.schedule import Size, by_amount, divide_up, evenly

_MOST_PLANS = 3


@dataclass(frozen=True)
class Room:
    """What is divided, and within which limits.

    `down` and `total` (minor units) are what is paid first, if anything, and what is left after it;
    an instalment is `at_least` (minor units), and there are `at_most` of them after the down
    payment. Paying all that is left at once is always allowed.
    """

    down: int
    total: int
    at_least: int
    at_most: int

    @property
    def extra(self) -> int:
        """The payments besides the instalments: the down payment."""
        return 1 if self.down else 0

    def is_large_enough(self, size: Size) -> bool:
        """Whether the instalments are as large as they have to be."""
        return size.number == 1 or size.instalment >= self.at_least

    def allows(self, size: Size) -> bool:
        """Whether `size` is within the limits."""
        return self.is_large_enough(size) and size.number <= self.at_most

    def smallest(self) -> Size:
        """The smallest instalment allowed, which makes the longest plan: the easiest to keep."""
        return by_amount(self.total, max(self.at_least, divide_up(self.total, self.at_most)))


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
            return by_amount(room.total, self.amount)
        if self.numbers:
            return evenly(room.total, min(wish.number for wish in self.numbers))
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
    considered = {evenly(room.total, number) for number in range(1, room.at_most + 1)}
    considered.add(room.smallest())
    if wish.amount is not None:
        considered.add(by_amount(room.total, wish.amount))
    allowed = [size for size in considered if room.allows(size)]
    return tuple(sorted(allowed, key=lambda size: (wish.distance(size), size))[:_MOST_PLANS])


def _broken(wish: SizeWish, room: Room) -> Iterator[BrokenRule]:
    yield from (number.broken for number in wish.numbers if number.broken)
    yield from _beyond_limits(wish, room)
    yield from _contradictions(wish, room)


def _beyond_limits(wish: SizeWish, room: Room) -> Iterator[BrokenRule]:
    if wish.amount is None:
        for number in wish.numbers:
            size = evenly(room.total, number.number)
            if not room.is_large_enough(size):
                yield BrokenRule(Rule.INSTALMENT_AT_LEAST, room.at_least, size.instalment)
        return
    size = by_amount(room.total, wish.amount)
    if not room.is_large_enough(size):
        yield BrokenRule(Rule.INSTALMENT_AT_LEAST, room.at_least, size.instalment)
    if not wish.numbers and size.number > room.at_most:
        limit, wished = room.at_most + room.extra, size.number + room.extra
        yield BrokenRule(Rule.INSTALMENTS_AT_MOST, limit, wished)


def _contradictions(wish: SizeWish, room: Room) -> Iterator[BrokenRule]:
    exact = [number.number for number in wish.numbers if number.exact]
    room_for = [number.number for number in wish.numbers if not number.exact]
    if wish.amount is not None:
        needed = by_amount(room.total, wish.amount).number
        for number in [n for n in exact if n != needed] + [n for n in room_for if n < needed]:
            come_to = room.down + wish.amount * number
            yield BrokenRule(Rule.TERMS_ADD_UP, room.down + room.total, come_to)
    for number in exact:
        for most in room_for:
            if number > most:
                yield BrokenRule(Rule.INSTALMENTS_FIT_TIME, most, number)


def _share(value: int, wished: int) -> Fraction:
    return Fraction(abs(value - wished), wished)
