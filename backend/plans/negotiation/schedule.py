"""Dividing a total into instalments: whole minor units that add up to it."""

from typing import NamedTuple


class Size(NamedTuple):
    """How a total is divided: `number` payments of `instalment` minor units, the last of them
    smaller when it does not come out even.
    """

    instalment: int
    number: int


def by_amount(total: int, amount: int) -> Size:
    """As many payments of `amount` as `total` takes; one payment of all when amount is larger."""
    instalment = min(amount, total)
    return Size(instalment, divide_up(total, instalment))


def evenly(total: int, number: int) -> Size:
    """`number` payments as equal as they can be with a last one that is not the largest."""
    return Size(divide_up(total, number), number)


def payments(total: int, size: Size) -> tuple[int, ...]:
    """The amounts of the payments, in order."""
    instalment, number = size
    return (*[instalment] * (number - 1), total - instalment * (number - 1))


def divide_up(total: int, parts: int) -> int:
    """`total` divided by `parts`, rounded up."""
    return -(-total // parts)
