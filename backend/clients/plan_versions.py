"""The `plans` section of a client's file: a list of bands, or of versions with the days they begin."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from pydantic import TypeAdapter, ValidationError

from backend.clients.bands import band_faults
from backend.clients.beyond import Held
from backend.clients.by_hand import limits_faults, role_fault
from backend.clients.faults import Fault, Finder
from backend.clients.lawful import beyond_the_law
from backend.clients.written import Location
from backend.plans import Band, Jurisdiction
from backend.plans.rules.plan_rules import Version, has_dates

_BANDS = TypeAdapter(tuple[Band, ...])
_VERSIONS = TypeAdapter(tuple[Version, ...])
_DAY = timedelta(days=1)


def plans_faults(find: Finder, plans: list[Any], country: Jurisdiction) -> Iterator[Fault]:
    """What is wrong with the rules, once the country tells how amounts are written."""
    if not plans:
        yield find.fault(("plans",), "`plans` has no band")
        return
    context = {"minor_digits": country.minor_digits}
    if not has_dates(plans):
        try:
            bands = _BANDS.validate_python(plans, context=context)
        except ValidationError as error:
            yield from find.of_reading(error, tuple[Band, ...], ("plans",))
            return
        yield from _bands(find, ("plans",), bands, country, Held.for_good())
        return
    stray = list(_bands_among_versions(find, plans))
    if stray:
        yield from stray
        return
    try:
        versions = _VERSIONS.validate_python(plans, context=context)
    except ValidationError as error:
        yield from find.of_reading(error, tuple[Version, ...], ("plans",))
        return
    yield from _order(find, versions)
    yield from _versions(find, versions, country)


def _bands_among_versions(find: Finder, plans: list[Any]) -> Iterator[Fault]:
    for index, part in enumerate(plans):
        if isinstance(part, dict) and not {"from", "bands"} & set(part):
            wrong = "has a band beside versions"
            yield find.fault(("plans", index), wrong, "put it under the `bands` of a version")


def _order(find: Finder, versions: Sequence[Version]) -> Iterator[Fault]:
    for index, (before, version) in enumerate(zip(versions, versions[1:]), start=1):
        at = ("plans", index, "from")
        if version.start == before.start:
            yield find.fault(at, "is the day of the version above it too", "give it another day")
        elif version.start < before.start:
            wrong = f"is before the version above it, which holds from {before.start}"
            yield find.fault(at, wrong, "put the versions in the order of their days")


def _versions(find: Finder, versions: Sequence[Version], country: Jurisdiction) -> Iterator[Fault]:
    later = [version.start for version in versions[1:]]
    for index, (version, until) in enumerate(zip(versions, [*later, date.max], strict=True)):
        at = ("plans", index)
        held = Held(version.start, until - _DAY if until != date.max else until)
        yield from _bands(find, (*at, "bands"), version.bands, country, held)
        yield from _by_hand(find, at, version, country)


def _bands(
    find: Finder, at: Location, bands: tuple[Band, ...], country: Jurisdiction, held: Held
) -> Iterator[Fault]:
    lines = _lines(find, at, len(bands))
    for fault in band_faults(bands, lines, 10**country.minor_digits):
        yield find.fault((*at, fault.index, *fault.location), fault.wrong, fault.cure)
    for index, band in enumerate(bands):
        for beyond in beyond_the_law(band, country, held):
            yield find.fault((*at, index, *beyond.location), beyond.wrong, beyond.cure)


def _by_hand(
    find: Finder, at: Location, version: Version, country: Jurisdiction
) -> Iterator[Fault]:
    lines = _lines(find, (*at, "bands"), len(version.bands))
    for role, limits in version.by_hand.items():
        where = (*at, "by_hand", role)
        if wrong := role_fault(role):
            yield find.fault(where, wrong.wrong, wrong.cure)
        for found in limits_faults(limits, version.bands, lines, country):
            yield find.fault((*where, *found.location), found.wrong, found.cure)


def _lines(find: Finder, at: Location, count: int) -> list[int]:
    return [find.written.line((*at, index)) for index in range(count)]
