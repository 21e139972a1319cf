"""Claims that no band holds, though bands hold smaller or older ones beside them.

Above the highest band, and where a debtor broke more plans or a claim stands otherwise than a band
asks for, a person decides: that is a rule too, and no gap.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from backend.clients.band_fault import AGE, BALANCE, BandFault, balances, days, major
from backend.clients.band_region import Region, Span
from backend.plans import Debtor

_FROM = {"balance": 0, "age_days": -1}
_ALL_AGES = Span(-1)


def gaps(regions: Sequence[Region], unit: int) -> Iterator[BandFault]:
    """The gaps, each told once; `unit` is the minor units of a major one."""
    found: dict[object, BandFault] = {}
    for debtor in Debtor:
        mine = [(index, region) for index, region in enumerate(regions) if debtor in region.debtor]
        for age in _cells([region.age_days for _, region in mine]):
            beside = [(i, region.balance) for i, region in mine if age <= region.age_days]
            for index, gap in _between(beside, _FROM["balance"]):
                found.setdefault(gap, _of_balances(index, gap, age, unit))
        for balance in _cells([region.balance for _, region in mine]):
            beside = [(i, region.age_days) for i, region in mine if balance <= region.balance]
            for index, gap in _between(beside, _FROM["age_days"]):
                found.setdefault((gap, "days"), _of_ages(index, gap))
    yield from found.values()


def _cells(spans: Sequence[Span]) -> Iterator[Span]:
    """The pieces into which the spans' ends cut the line; all of it when they cut nothing."""
    edges = {edge for span in spans for edge in (span.over, span.up_to) if edge is not None}
    ordered = sorted(edges)
    for over, up_to in zip_longest(ordered, ordered[1:]):
        yield Span(over, up_to)


def _between(spans: Sequence[tuple[int, Span]], start: int) -> Iterator[tuple[int, Span]]:
    """What is left out below each span, with the index of the one that comes after it."""
    reached: int | None = start
    for index, span in sorted(spans, key=lambda pair: pair[1].over):
        if reached is None:
            return
        if span.over > reached:
            yield index, Span(reached, span.over)
        reached = None if span.up_to is None else max(reached, span.up_to)


def _of_balances(index: int, gap: Span, age: Span, unit: int) -> BandFault:
    whose = "" if age == _ALL_AGES else f" of claims due for {days(age)}"
    wrong = f"leaves a gap: no band holds {balances(gap, unit)}{whose}"
    return BandFault(index, wrong, _cure(major(gap.over, unit)), BALANCE)


def _of_ages(index: int, gap: Span) -> BandFault:
    wrong = f"leaves a gap: no band holds claims due for {days(gap)}"
    return BandFault(index, wrong, _cure(str(gap.over)), AGE)


def _cure(over: str) -> str:
    return f"write `over: {over}`, or a band for them"
