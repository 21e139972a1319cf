"""Whether a client's bands say one thing about every claim: no overlap, no hole between them.

Above the highest band, and where plans were broken more often than a band allows, a person decides:
that is a rule too, and no hole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from backend.plans import Band, Debtor

_CURE = "let one begin where the other ends: `up_to: {0}` in one, `over: {0}` in the other"


@dataclass(frozen=True)
class BandFault:
    """What is wrong with the band at `index` (from 0)."""

    index: int
    wrong: str
    cure: str


def band_faults(bands: Sequence[Band], lines: Sequence[int], unit: int) -> Iterator[BandFault]:
    """The faults; `lines` are the bands' lines, `unit` the minor units of one major one."""
    for index, band in enumerate(bands):
        balance = band.when.balance
        if balance.up_to is not None and balance.up_to <= balance.over:
            wrong = "holds no balance: `up_to` is not more than `over`"
            yield BandFault(index, wrong, "write a larger `up_to`")
            return
    yield from _overlaps(bands, lines, unit)
    yield from _holes(bands, unit)


def _overlaps(bands: Sequence[Band], lines: Sequence[int], unit: int) -> Iterator[BandFault]:
    for (first, one), (second, other) in combinations(enumerate(bands), 2):
        over = max(one.when.balance.over, other.when.balance.over)
        tops = [top for top in (one.when.balance.up_to, other.when.balance.up_to) if top]
        if tops and min(tops) <= over or not _may_both_hold(one, other):
            continue
        same = _conditions(one) == _conditions(other)
        if not same and not _asks_no_more(one, other):
            continue  # the first is the exception and the second the rule
        shared = f"balances {_span(over, min(tops) if tops else None, unit)}"
        if same:
            cure = _CURE.format(_major(min(tops) if tops else over, unit))
            wrong = f"overlaps with the band of line {lines[first]}: both hold {shared}"
        else:
            cure = "move it above that band"
            wrong = f"is never used for {shared}: the band of line {lines[first]} takes them first"
        yield BandFault(second, wrong, cure)


def _holes(bands: Sequence[Band], unit: int) -> Iterator[BandFault]:
    found: dict[tuple[int, int], BandFault] = {}
    for debtor in Debtor:
        mine = [
            (band.when.balance, index)
            for index, band in enumerate(bands)
            if band.when.debtor in (None, debtor)
        ]
        reached: int | None = 0
        for balance, index in sorted(mine, key=lambda pair: pair[0].over):
            if reached is None:
                break
            if balance.over > reached:
                gap = _span(reached, balance.over, unit)
                cure = f"write `over: {_major(reached, unit)}`, or a band for them"
                fault = BandFault(index, f"leaves a gap: no band holds balances {gap}", cure)
                found.setdefault((reached, balance.over), fault)
            reached = None if balance.up_to is None else max(reached, balance.up_to)
    yield from found.values()


def _conditions(band: Band) -> tuple[object, object]:
    return band.when.debtor, band.when.broken_plans


def _may_both_hold(one: Band, other: Band) -> bool:
    return len({one.when.debtor, other.when.debtor} - {None}) < 2


def _asks_no_more(one: Band, other: Band) -> bool:
    """Whether each claim of `other`, whatever its balance, has what `one` asks for."""
    mine, theirs = one.when.broken_plans, other.when.broken_plans
    return one.when.debtor in (None, other.when.debtor) and (
        mine is None or (theirs is not None and theirs.at_most <= mine.at_most)
    )


def _span(over: int, up_to: int | None, unit: int) -> str:
    top = "" if up_to is None else f" up to {_major(up_to, unit)}"
    return f"over {_major(over, unit)}{top}"


def _major(minor: int, unit: int) -> str:
    return f"{minor / unit:g}" if minor % unit else str(minor // unit)
