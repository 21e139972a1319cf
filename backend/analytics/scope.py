"""Which conversations are counted: days, clients, languages, channels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import Depends, Query
from pydantic import StringConstraints

from backend.analytics.counting import counting
from backend.analytics.refusing import refuse
from backend.clock import utc_now
from backend.services import Services
from backend.staff.models import StaffUser
from backend.staff.permissions import allowed_to
from backend.staff.signed_in import House, clients_of

_DAY = timedelta(days=1)
Reader = Annotated[StaffUser, Depends(allowed_to("figures.read"))]
Day = Annotated[date | None, Query()]
#: Names of clients, languages, channels; nothing that a database cannot take.
Name = Annotated[str, StringConstraints(pattern=r"^[\w.-]{1,64}$")]
Names = Annotated[list[Name] | None, Query(max_length=100)]


@dataclass(frozen=True)
class Scope:
    """Local days of the client, both counted; `clients` are never more than the user may see.

    No languages or channels means all of them.
    """

    first: date
    last: date
    clients: tuple[str, ...]
    languages: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days it is about."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Scope":
        """The same for as many days right before."""
        first = self.first - self.days * _DAY
        return Scope(first, self.first - _DAY, self.clients, self.languages, self.channels)

    def query(self) -> dict[str, list[str]]:
        """The scope without its clients as a query, for the way on to the list of conversations."""
        return {
            "from": [self.first.isoformat()],
            "to": [self.last.isoformat()],
            "language": list(self.languages),
            "channel": list(self.channels),
        }


async def asked_scope(
    house: House,
    user: Reader,
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
    client: Names = None,
    language: Names = None,
    channel: Names = None,
) -> Scope:
    """FastAPI dependency: the scope of the query.

    A client that the user may not see is as one that does not exist: it has no conversations.
    Raises days-wrong and too-many-days.
    """
    seen = clients_of(house, user)
    last = last or _default_last(house, seen, first)
    try:
        first = first or last - (counting().default_days - 1) * _DAY
        days = (last - first).days + 1
        # The days before must exist as well, and the moments around them.
        first - (days + 2) * _DAY, last + 2 * _DAY
    except OverflowError:
        raise refuse(house, user.language, "no_such_days") from None
    if first > last:
        raise refuse(house, user.language, "days_wrong")
    if days > counting().most_days:
        raise refuse(house, user.language, "too_many_days", days=counting().most_days)
    chosen = seen if not client else [name for name in seen if name in client]
    return Scope(first, last, tuple(chosen), _all(language), _all(channel))


Asked = Annotated[Scope, Depends(asked_scope)]


def _default_last(house: Services, seen: Sequence[str], first: date | None) -> date:
    zones = [house.clients.get(client).zone for client in seen]
    today = max((utc_now().astimezone(zone).date() for zone in zones), default=utc_now().date())
    return max(today, first or today)


def _all(names: list[str] | None) -> tuple[str, ...]:
    return tuple(sorted(set(names or ())))
