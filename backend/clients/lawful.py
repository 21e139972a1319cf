"""Whether a client's bands stay within what its country's data lets the assistant agree to."""

from collections.abc import Iterator

from backend.clients.beyond import Beyond, Held
from backend.clients.lawful_fees import fees_above
from backend.plans import Band, Jurisdiction, PlanBound

_MONTHS = 12


def beyond_the_law(band: Band, country: Jurisdiction, held: Held) -> Iterator[Beyond]:
    """The figures of the band that are beyond the country's bounds while it is held."""
    yield from beyond_the_bounds(band, country)
    yield from fees_above(band, country, held)


def beyond_the_bounds(band: Band, country: Jurisdiction) -> Iterator[Beyond]:
    """The figures that are beyond the bounds of what may be agreed at all."""
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
    """The time that binds is the band's own, or that of its number in its slowest rhythm."""
    months = f"the {bound.at_most} months of {code} ({_where_from(bound)})"
    if band.duration is not None:
        if band.duration.at_most_months > bound.at_most:
            location = ("duration", "at_most_months")
            yield Beyond(location, f"is longer than {months}", f"write at most {bound.at_most}")
        return
    most = min(rhythm.per_year for rhythm in band.rhythm) * bound.at_most // _MONTHS
    if band.instalments.at_most > most:
        wrong = f"makes a plan longer than {months}"
        yield Beyond(("instalments", "at_most"), wrong, f"write at most {most}")


def _where_from(bound: PlanBound) -> str:
    return bound.note or bound.source
