"""Whether a client's bands stay within what its country's data lets the assistant agree to."""

from collections.abc import Iterator
from dataclasses import dataclass

from backend.clients.written import Location
from backend.plans import Band, Jurisdiction, PlanBound

_MONTHS = 12


@dataclass(frozen=True)
class Beyond:
    """A figure of a band that is beyond a bound of the country."""

    location: Location
    wrong: str
    cure: str


def beyond_the_law(band: Band, country: Jurisdiction) -> Iterator[Beyond]:
    """The figures of the band that are beyond the country's bounds."""
    for bound in country.plan_bounds:
        match bound.bound:
            case "deferral_days":
                yield from _deferral(band, bound, country.code)
            case "plan_months":
                yield from _length(band, bound, country.code)


def _deferral(band: Band, bound: PlanBound, code: str) -> Iterator[Beyond]:
    if band.deferral is not None and band.deferral.at_most_days > bound.at_most:
        yield Beyond(
            ("deferral", "at_most_days"),
            f"is longer than the {bound.at_most} days of {code} ({_where_from(bound)})",
            f"write at most {bound.at_most}; a person may still put it off for longer",
        )


def _length(band: Band, bound: PlanBound, code: str) -> Iterator[Beyond]:
    most = min(rhythm.per_year for rhythm in band.rhythm) * bound.at_most // _MONTHS
    if band.instalments.at_most > most:
        yield Beyond(
            ("instalments", "at_most"),
            f"makes a plan longer than the {bound.at_most} months of {code} ({_where_from(bound)})",
            f"write at most {most}",
        )


def _where_from(bound: PlanBound) -> str:
    return bound.note or bound.source
