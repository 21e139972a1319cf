"""Whether what a band takes for a plan is within the country's ceilings, for each claim that it holds.

An offer is held down to the ceiling in any case; a file that names more would promise the client
what it never gets.
"""

from collections.abc import Iterator

from backend.clients.band_fault import major
from backend.clients.beyond import Beyond, Held
from backend.plans import Band, Ceiling, Debtor, Jurisdiction, ceiling_of


def fees_above(band: Band, country: Jurisdiction, held: Held) -> Iterator[Beyond]:
    """The fees that are above a ceiling, or whose ceiling nobody knows; each once."""
    measures = country.plan_fees
    for key, fee, measure in (
        ("plan", band.fees.plan, measures.plan),
        ("notice", band.fees.notice, measures.notice),
    ):
        if fee and (beyond := _beyond(key, fee, measure, band, country, held)):
            yield beyond


def _beyond(
    key: str, fee: int, measure: str | None, band: Band, country: Jurisdiction, held: Held
) -> Beyond | None:
    if measure is None:
        return _unknown(key, country, "its file names none")
    lowest: Ceiling | None = None
    for debtor in [band.when.debtor] if band.when.debtor else list(Debtor):
        for ceiling in _ceilings(measure, debtor, band, country, held):
            if ceiling is None:
                of = f"none is in its file for a {debtor.value}"
                return _unknown(key, country, of, band.when.debtor is None)
            if ceiling.at_most is None:
                return _unknown(key, country, f"{ceiling.row.source}; {ceiling.row.note}")
            if lowest is None or ceiling.at_most < (lowest.at_most or 0):
                lowest = ceiling
    if lowest is None or lowest.at_most is None or fee <= lowest.at_most:
        return None
    unit = 10**country.minor_digits
    most, principal = major(lowest.at_most, unit), lowest.row.principal
    of = "" if principal.up_to is None else f" for principals up to {major(principal.up_to, unit)}"
    wrong = f"is above the {most}{of} of {country.code} ({lowest.row.source})"
    return Beyond(("fees", key), wrong, f"write at most {most}")


def _ceilings(
    measure: str, debtor: Debtor, band: Band, country: Jurisdiction, held: Held
) -> Iterator[Ceiling | None]:
    """The ceilings of the band's claims: whenever and wherever another row begins to hold."""
    rows = [row for row in country.fee_ceilings if row.fee == measure]
    days = {held.since} | {row.effective_from for row in rows if row.effective_from}
    balance = band.when.balance
    principals = {balance.over + 1} | {row.principal.over + 1 for row in rows}
    for day in sorted(day for day in days if held.since <= day <= held.until):
        for principal in sorted(found for found in principals if balance.holds(found)):
            yield ceiling_of(country, measure, principal, debtor, day)


def _unknown(key: str, country: Jurisdiction, why: str, by_debtor: bool = False) -> Beyond:
    cure = f"write 0: no ceiling is known in {country.code}"
    if by_debtor:
        cure = f"write 0, or make bands of their own for the two kinds of debtor (`debtor:`): {why}"
    wrong = f"has no ceiling that is known in {country.code} ({why})"
    return Beyond(("fees", key), wrong, cure)
