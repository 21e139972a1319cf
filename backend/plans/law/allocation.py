"""The order in which a payment goes to the parts of a debt."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from backend.plans.law.fact import Fact

AllocationPart = Literal["cost", "fee", "interest", "principal"]
"""The costs of courts and authorities, the fees of collecting, the interest, the debt itself."""

_PARTS: frozenset[AllocationPart] = frozenset({"cost", "fee", "interest", "principal"})


def _has_each_part_once(order: tuple[AllocationPart, ...]) -> tuple[AllocationPart, ...]:
    if sorted(order) != sorted(_PARTS):
        raise ValueError(f"each of {', '.join(sorted(_PARTS))} is named once")
    return order


AllocationOrder = Annotated[tuple[AllocationPart, ...], AfterValidator(_has_each_part_once)]
"""Every part once: a payment goes to the first until it is paid, then to the next."""


class Allocation(Fact):
    """The order that a country lays down, or that is the practice there."""

    order: AllocationOrder
