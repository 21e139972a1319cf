"""Dividing a total into instalments."""

from typing import NamedTuple


class Size(NamedTuple):
    """How a total is divided: `number` payments of `instalment` minor units, the last of them
    smaller when it does not come out even.
    """

    instalment: int
    number: int


def divide_up(total: int, parts: int) -> int:
    """`total` divided by `parts`, rounded up."""
    return -(-total // parts)
