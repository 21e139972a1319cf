"""A figure of a client's rules that the country does not let it have."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from backend.clients.written import Location


@dataclass(frozen=True)
class Beyond:
    """The figure's place in its band, what is wrong with it and what to write instead."""

    location: Location
    wrong: str
    cure: str


@dataclass(frozen=True)
class Held:
    """From which day to which a band holds, both among them."""

    since: date
    until: date

    @classmethod
    def for_good(cls) -> Self:
        """A band without dates: what the law says in the end counts, not what it said once."""
        return cls(date.max, date.max)
