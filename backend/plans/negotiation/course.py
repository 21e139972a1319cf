"""What has to be paid in instalments, and what follows for their size: with and without interest.

A course answers two questions: how large is the instalment when there are so many, and how many are
there when it is so large. What is paid at once costs nothing besides; a plan of several payments
carries the client's fee for it and the notice of each payment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from backend.plans.claim import InterestAhead, Parts
from backend.plans.law.late_interest import RateUnknown
from backend.plans.negotiation.schedule import Size, divide_up

#: More payments than anybody makes: an instalment that never pays off.
UNENDING = 10_000


class Course(Protocol):
    """How what is owed is paid off; sums in minor units."""

    @property
    def owed(self) -> int:
        """What is to be divided, before any cost of the plan."""

    def instalment_for(self, number: int) -> int:
        """The smallest instalment of which `number` are enough; it never grows with the number."""

    def number_for(self, instalment: int) -> int:
        """How many payments of `instalment` it takes; UNENDING when it never ends."""

    def payments(self, size: Size) -> tuple[int, ...]:
        """The payments in order; the last is what is left, and never larger than the others."""


@dataclass(frozen=True)
class Charges:
    """What a plan of several payments costs besides interest: once, and with each payment.

    `from_the_first` when there was a payment before, so that one more makes several.
    """

    fee: int = 0
    notice: int = 0
    from_the_first: bool = False

    def apply(self, number: int) -> bool:
        """Whether so many payments are a plan of several."""
        return number > 1 or self.from_the_first

    def after(self, down: int) -> "Charges":
        """The charges of what comes after a down payment (0 for none)."""
        return replace(self, from_the_first=True) if down else self


@dataclass(frozen=True)
class Frozen:
    """No interest runs: the total is known beforehand."""

    owed: int
    charges: Charges = Charges()

    def instalment_for(self, number: int) -> int:
        """See Course."""
        if not self.charges.apply(number):
            return self.owed
        return divide_up(self.owed + self.charges.fee, number) + self.charges.notice

    def number_for(self, instalment: int) -> int:
        """See Course."""
        if instalment >= self.instalment_for(1):
            return 1
        net = instalment - self.charges.notice
        if net <= 0:
            return UNENDING
        fewest = 1 if self.charges.from_the_first else 2
        return max(divide_up(self.owed + self.charges.fee, net), fewest)

    def payments(self, size: Size) -> tuple[int, ...]:
        """See Course."""
        instalment, number = size
        if not self.charges.apply(number):
            return (self.owed,)
        total = self.owed + self.charges.fee + self.charges.notice * number
        return (*[instalment] * (number - 1), total - instalment * (number - 1))


class Weights:
    """How heavy the time before each of some due dates is, up to the last that is known."""

    def __init__(self, interest: InterestAhead, on: date, dues: Sequence[date]) -> None:
        self.denominator = interest.denominator
        self._known: list[int] = []
        self._unknown: Exception | None = None
        for after, due in zip((on, *dues), dues):
            try:
                self._known.append(interest.numerator(1, after, due))
            except RateUnknown as unknown:
                self._unknown = unknown
                break

    def __iter__(self) -> Iterator[int]:
        """The weights in order. Raises RateUnknown when one is asked for that nobody knows."""
        yield from self._known
        if self._unknown is not None:
            raise self._unknown


class Running:
    """Interest runs on the principal, day by day, until it is paid.

    `down` is paid at the first of the weights' due dates and is none of the payments counted here.
    Each payment goes to the parts in their order. Interest is rounded as a whole, half up, never
    payment by payment.
    """

    def __init__(self, parts: Parts, weights: Weights, charges: Charges, down: int = 0) -> None:
        first = parts.paid_first[: parts.paid_first.index("principal")]
        flat = {"cost": parts.cost, "fee": parts.fee, "interest": parts.interest}
        self.owed = parts.total - down
        self._principal = parts.principal
        self._before = sum(amount for name, amount in flat.items() if name in first)
        self._after = sum(flat.values()) - self._before
        self._interest_first = "interest" in first
        self._fee_first = "fee" in first
        self._weights = weights
        self._charges = charges
        self._down = down
        self._instalments: dict[int, int] = {}

    def instalment_for(self, number: int) -> int:
        """See Course."""
        if number not in self._instalments:
            self._instalments[number] = self._solve(number)
        return self._instalments[number]

    def number_for(self, instalment: int) -> int:
        """See Course."""
        if instalment >= self.instalment_for(1):
            return 1
        paid, left = self._run(instalment, UNENDING, several=True)
        return UNENDING if left else len(paid)

    def payments(self, size: Size) -> tuple[int, ...]:
        """See Course."""
        paid, left = self._run(size.instalment, size.number, self._charges.apply(size.number))
        assert left == 0, "a size that does not pay off is not offered"
        return tuple(paid)

    def _solve(self, number: int) -> int:
        several = self._charges.apply(number)

        def left_of(instalment: int) -> int:
            return self._run(instalment, number, several)[1]

        # Without interest this would be enough. What is left with too little of it falls nearly in
        # a straight line, so that two points of the line lead to its end.
        guess = divide_up(self.owed + (self._charges.fee if several else 0), number)
        left = left_of(guess)
        step = left // (2 * number)
        if step:
            less = left_of(guess + step)
            if 0 < less < left:
                guess += step + divide_up(less * step, left - less)
                left = left_of(guess)
        while left:
            guess += max(left // (2 * number), 1)
            left = left_of(guess)
        while guess > 1 and not left_of(guess - 1):
            guess -= 1
        return guess

    def _run(self, instalment: int, number: int, several: bool) -> tuple[list[int], int]:
        """The payments, at most `number` of them, and what is left to pay after the last."""
        principal, before, after = self._principal, self._before, self._after
        notice = self._charges.notice if several else 0
        fee = self._charges.fee if several else 0
        twice = 2 * self._weights.denominator
        numerator = charged = 0
        down = self._down
        paid: list[int] = []
        for weight in self._weights:
            numerator += 2 * principal * weight
            interest = (numerator + twice // 2) // twice
            if self._interest_first:
                before += interest - charged
            else:
                after += interest - charged
            charged = interest
            if self._fee_first:
                before += fee + (0 if down else notice)
            else:
                after += fee + (0 if down else notice)
            fee = 0
            all_of_it = before + principal + after
            payment = min(down or instalment, all_of_it)
            if not down:
                paid.append(payment)
            if payment == all_of_it:
                return paid, 0
            to_principal = max(payment - before, 0)
            before -= payment - to_principal
            over = max(to_principal - principal, 0)
            principal -= to_principal - over
            after -= over
            down = 0
            if len(paid) == number:
                break
        return paid, before + principal + after
