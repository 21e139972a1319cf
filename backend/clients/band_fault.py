"""What is wrong with one of a client's bands, and how its claims are named."""

from dataclasses import dataclass

from backend.clients.band_region import Span
from backend.clients.written import Location

BALANCE = ("when", "balance")
AGE = ("when", "age_days")


@dataclass(frozen=True)
class BandFault:
    """What is wrong with the band at `index` (from 0), at `location` inside it."""

    index: int
    wrong: str
    cure: str
    location: Location = BALANCE


def balances(span: Span, unit: int) -> str:
    """Balances (minor units, `unit` of them in a major one) as a fault names them."""
    top = "" if span.up_to is None else f" up to {major(span.up_to, unit)}"
    return f"balances over {major(span.over, unit)}{top}"


def days(span: Span) -> str:
    """Ages in days as a fault names them."""
    if span.up_to is None:
        return f"more than {span.over} days"
    return f"up to {span.up_to} days" if span.over < 0 else f"{span.over + 1} to {span.up_to} days"


def major(minor: int, unit: int) -> str:
    """A number of minor units as it is written in the file."""
    return f"{minor / unit:g}" if minor % unit else str(minor // unit)
