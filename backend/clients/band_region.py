"""The claims that a band is for, as a region: what it holds along each condition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from backend.plans import Band, Debtor, Standing


@dataclass(frozen=True)
class Span:
    """Whole numbers: more than `over`, at most `up_to`, without end when that is None."""

    over: int
    up_to: int | None = None

    def __contains__(self, number: int) -> bool:
        """Whether the span holds the number."""
        return number > self.over and (self.up_to is None or number <= self.up_to)

    def __le__(self, other: "Span") -> bool:
        """Whether the other span holds all of this one."""
        ends = other.up_to is None or (self.up_to is not None and self.up_to <= other.up_to)
        return other.over <= self.over and ends

    def __and__(self, other: "Span") -> "Span":
        """What both hold; an empty span when there is nothing."""
        ends = [end for end in (self.up_to, other.up_to) if end is not None]
        return Span(max(self.over, other.over), min(ends, default=None))

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing."""
        return self.up_to is not None and self.up_to <= self.over

    def isdisjoint(self, other: "Span") -> bool:
        """Whether nothing is in both."""
        return (self & other).is_empty


class Region(NamedTuple):
    """What a band asks for; a condition that it does not name holds everything."""

    balance: Span
    age_days: Span
    debtor: frozenset[Debtor]
    broken_plans: Span
    status: frozenset[Standing]

    @classmethod
    def of(cls, band: Band) -> "Region":
        """The region of a band."""
        when = band.when
        return cls(
            balance=Span(when.balance.over, when.balance.up_to),
            age_days=Span(when.age_days.over, when.age_days.up_to) if when.age_days else Span(-1),
            debtor=frozenset([when.debtor] if when.debtor else Debtor),
            broken_plans=Span(-1, when.broken_plans.at_most if when.broken_plans else None),
            status=frozenset(when.status or Standing),
        )

    @property
    def parts(self) -> tuple[Any, ...]:
        """What it holds along each condition: spans and sets, which are compared alike."""
        return tuple(self)

    @property
    def conditions(self) -> tuple[Any, ...]:
        """All but the balance."""
        return self.parts[1:]

    def meets(self, other: "Region") -> bool:
        """Whether a claim can be in both."""
        return not any(
            mine.isdisjoint(theirs) for mine, theirs in zip(self.parts, other.parts, strict=True)
        )


def is_covered(region: Region, others: Sequence[Region]) -> bool:
    """Whether each claim of the region is in one of the others."""
    return all(
        any(
            all(value in part for value, part in zip(claim, other.parts, strict=True))
            for other in others
        )
        for claim in _samples(region, others)
    )


def _samples(region: Region, others: Sequence[Region]) -> Iterator[tuple[Any, ...]]:
    """Claims of the region, at least one of each kind that the others tell apart."""
    along: list[list[Any]] = []
    for at, part in enumerate(region.parts):
        if isinstance(part, Span):
            edges = [edge for other in (region, *others) for edge in _edges(other.parts[at])]
            along.append(sorted({edge for edge in edges if edge in part}))
        else:
            along.append(sorted(part))
    return product(*along)


def _edges(span: Any) -> tuple[int, ...]:
    return (span.over + 1,) if span.up_to is None else (span.over + 1, span.up_to, span.up_to + 1)
