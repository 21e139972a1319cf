"""On which day what is said about an instalment, and from which moment of that day.

Pure: a client's data and a due date in, days and moments out.
"""

from datetime import date, datetime, time, timedelta

from backend.clients import Client
from backend.clients.booking_days import booked_by
from backend.followup.contact_rules import contact_hours
from backend.followup.kinds import Kind

_DAY = timedelta(days=1)


def day_of(kind: Kind, client: Client, due: date) -> date | None:
    """From which day on it is said of an instalment due on `due`; None when the client wants none."""
    wanted = client.followup
    if kind == "coming":
        before = wanted.remind_days_before
        return None if before is None else due - before * _DAY
    if kind == "missed":
        after = wanted.ask_days_after
        return None if after is None else booked_by(client, due) + after * _DAY
    if kind == "broken" and wanted.plan_breaks:
        return booked_by(client, due) + _grace(client) * _DAY
    return None


def first_moment(client: Client, day: date) -> datetime | None:
    """The first moment within contact hours from the day `day` on; None when a month has none."""
    midnight = datetime.combine(day, time.min, tzinfo=client.zone)
    return contact_hours(client).next_opening(midnight)


def _grace(client: Client) -> int:
    own = client.followup.breaks_after_days
    return client.jurisdiction.plan_grace.days if own is None else own
