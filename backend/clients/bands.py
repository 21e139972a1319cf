"""Whether a client's bands say one thing about every claim: no overlap, no hole between them.

A band that asks for more than the one below it is an exception, and stands before the rule.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from backend.clients.band_fault import AGE, BALANCE, BandFault, balances, days, major
from backend.clients.band_gaps import gaps
from backend.clients.band_region import Region, Span, is_covered
from backend.plans import Band, Standing

_NOTHING_IS_AGREED = (Standing.PAID, Standing.DISPUTED)
_STATUS = ("when", "status")


def band_faults(bands: Sequence[Band], lines: Sequence[int], unit: int) -> Iterator[BandFault]:
    """The faults; `lines` are the bands' lines, `unit` the minor units of one major one."""
    regions = [Region.of(band) for band in bands]
    found = list(_empty(regions)) or [
        *_without_agreement(bands),
        *_overlaps(regions, lines, unit),
        *gaps(regions, unit),
    ]
    yield from found or _never_used(regions)


def _empty(regions: Sequence[Region]) -> Iterator[BandFault]:
    for index, region in enumerate(regions):
        for at, span, what in (
            (BALANCE, region.balance, "balance"),
            (AGE, region.age_days, "claim"),
        ):
            if span.is_empty:
                wrong = f"holds no {what}: `up_to` is not more than `over`"
                yield BandFault(index, wrong, "write a larger `up_to`", at)


def _without_agreement(bands: Sequence[Band]) -> Iterator[BandFault]:
    for index, band in enumerate(bands):
        for standing in _NOTHING_IS_AGREED:
            if standing in (band.when.status or ()):
                wrong = f"has {standing.value} in it, and nothing is agreed about such a claim"
                yield BandFault(index, wrong, "leave it out", _STATUS)


def _overlaps(regions: Sequence[Region], lines: Sequence[int], unit: int) -> Iterator[BandFault]:
    for (first, one), (second, other) in combinations(enumerate(regions), 2):
        if not one.meets(other) or _is_exception(one, other):
            continue
        above = f"the band of line {lines[first]}"
        shared = balances(one.balance & other.balance, unit)
        if one.conditions == other.conditions:
            wrong = f"overlaps with {above}: both hold {shared}"
            yield BandFault(second, wrong, _let_them_meet(one.balance, other.balance, unit))
        elif _asks_no_more(one, other):
            wrong = f"is never used for {shared}: {above} takes them first"
            yield BandFault(second, wrong, "move it above that band")
        elif _cross(one.age_days, other.age_days):
            both = days(one.age_days & other.age_days)
            wrong = f"overlaps with {above}: both hold claims due for {both}"
            yield BandFault(second, wrong, _let_them_meet(one.age_days, other.age_days, 1), AGE)
        else:
            both = ", ".join(sorted(one.status & other.status))
            wrong = f"overlaps with {above}: both hold {both}"
            yield BandFault(second, wrong, "leave it out in one of them", _STATUS)


def _never_used(regions: Sequence[Region]) -> Iterator[BandFault]:
    """Bands whose claims are all taken by several bands above, none of which holds all of them."""
    for index, region in enumerate(regions):
        if index and is_covered(region, regions[:index]):
            wrong = "is never used: the bands above it take all of its claims"
            yield BandFault(index, wrong, "leave it out, or move it above them")


def _is_exception(one: Region, other: Region) -> bool:
    """Whether `one` asks for something more than `other` does, so that it may stand before it."""
    pairs = zip(one.conditions, other.conditions, strict=True)
    return any(mine <= theirs and mine != theirs for mine, theirs in pairs)


def _asks_no_more(one: Region, other: Region) -> bool:
    """Whether each claim of `other`, whatever its balance, has what `one` asks for."""
    return all(
        theirs <= mine for mine, theirs in zip(one.conditions, other.conditions, strict=True)
    )


def _cross(one: Span, other: Span) -> bool:
    return not one <= other and not other <= one


def _let_them_meet(one: Span, other: Span, unit: int) -> str:
    both = one & other
    at = major(both.over if both.up_to is None else both.up_to, unit)
    return f"let one begin where the other ends: `up_to: {at}` in one, `over: {at}` in the other"
