"""Whether what people may grant beyond the bands is more than the bands give, and no more than may be.

Limits take the place of a band's own, so that one which gives less would take something away from
the debtor whom a person wants to help. And they are of a role that can use them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import gt, lt
from pathlib import Path
from typing import Any

import yaml

from backend.clients.band_region import Span
from backend.clients.beyond import Beyond
from backend.clients.lawful import beyond_the_bounds
from backend.clients.written import Location
from backend.plans import Band, Jurisdiction, Limits

_ROLES = Path(__file__).parents[1] / "staff" / "roles.yaml"
#: Where a larger figure gives the debtor more, and where a smaller one does.
_LESS = {
    ("instalments", "at_most"): lt,
    ("duration", "at_most_months"): lt,
    ("first_payment", "within_days"): lt,
    ("deferral", "at_most_days"): lt,
    ("deferral", "at_most_times"): lt,
    ("settlement", "within_days"): lt,
    ("pause", "at_most_instalments"): lt,
    ("change", "at_most_times"): lt,
    ("change", "next_within_days"): lt,
    ("instalment", "at_least"): gt,
    ("first_payment", "not_before_days"): gt,
    ("down_payment", "at_least"): gt,
    ("down_payment", "at_least_percent"): gt,
    ("settlement", "at_least_percent"): gt,
    ("pause", "within_months"): gt,
}
_FREE_WITHOUT = ("duration", "down_payment")
#: What a role needs to make use of limits: to offer by them, or to say yes to what others offer.
_OFFERS, _APPROVES = "plan.offer", "plan.approve"


@cache
def roles() -> Mapping[str, frozenset[str]]:
    """The roles that people can have, with their permissions."""
    written = yaml.safe_load(_ROLES.read_text(encoding="utf-8"))["roles"]
    return {role: frozenset(permissions) for role, permissions in written.items()}


def role_fault(role: str) -> Beyond | None:
    """What is wrong with a role that is to have limits; None when it can use them."""
    known = roles()
    if role not in known:
        return Beyond((), "is no role", f"there are {', '.join(known)}")
    if known[role] & {_OFFERS, _APPROVES}:
        return None
    can = [name for name, permissions in known.items() if permissions & {_OFFERS, _APPROVES}]
    wrong = "may neither make an offer nor approve one"
    give = f"let the role have `{_APPROVES}` in backend/staff/roles.yaml"
    return Beyond((), wrong, f"write {' or '.join(can)}, or {give}")


def limits_faults(
    limits: Limits, bands: Sequence[Band], lines: Sequence[int], country: Jurisdiction
) -> Iterator[Beyond]:
    """What is wrong with the limits of one role, each figure once; `lines` are the bands' lines."""
    told: set[Location] = set()
    about = Span(limits.balance.over, limits.balance.up_to)
    if about.is_empty:
        yield Beyond(("balance",), "holds no balance", "write an `up_to` that is more than `over`")
        return
    for band, line in zip(bands, lines, strict=True):
        if about.isdisjoint(Span(band.when.balance.over, band.when.balance.up_to)):
            continue
        for found in _in_band(limits, band, line, country):
            if found.location not in told:
                told.add(found.location)
                yield found


def _in_band(limits: Limits, band: Band, line: int, country: Jurisdiction) -> Iterator[Beyond]:
    for location in _narrower(limits, band):
        wrong = f"gives less than the band of line {line} gives everybody"
        cure = "write what the role may give beyond the bands, or leave it out"
        yield Beyond(location, wrong, f"{cure}; with `balance` it is about some claims only")
    wider = limits.widen(band)
    if wider.instalment.at_least - wider.fees.notice < wider.instalments.at_most:
        wrong = "leaves nothing for the last of so many instalments"
        yield Beyond(("instalment", "at_least"), wrong, "write a larger sum, or fewer instalments")
    for found in beyond_the_bounds(wider, country):
        if getattr(limits, str(found.location[0])) is not None:
            yield found


def _narrower(limits: Limits, band: Band) -> Iterator[Location]:
    if limits.interest == "runs" and band.interest == "frozen":
        yield ("interest",)
    for (section, key), less in _LESS.items():
        mine, theirs = getattr(limits, section), getattr(band, section)
        if mine is None:
            continue
        if theirs is None and section in _FREE_WITHOUT:
            yield (section,)
            continue
        given, usual = _figure(mine, key), _figure(theirs, key)
        if given is not None and usual is not None and less(given, usual):
            yield section, key


def _figure(section: Any, key: str) -> Any:
    """The figure under the key, None when there is no such section or figure."""
    figure = getattr(section, key, None)
    return getattr(figure, "root", figure)
