"""What time it is, in one place, so that a demonstration or a test can be on a day of its choice."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Clock:
    """The real clock, with the day pinned to `today` and the time of day to `time` where given.

    A pinned time is meant in the zone that is asked for. By this clock it is told when people are
    there, and what is promised and due; what has happened is noted with its real moment, and read on
    this clock by adding what it is `ahead`.
    """

    pinned_day: date | None = None
    pinned_time: time | None = None

    def now(self, zone: ZoneInfo | None = None) -> datetime:
        """This moment, with its offset; UTC unless a zone is given."""
        return self._pinned(datetime.now(zone or UTC))

    def today(self, zone: ZoneInfo) -> date:
        """The day that it is in `zone`."""
        return self.now(zone).date()

    def ahead(self, zone: ZoneInfo) -> timedelta:
        """How far it is ahead of the real time; nothing unless it is pinned."""
        real = datetime.now(zone)
        return self._pinned(real).astimezone(UTC) - real.astimezone(UTC)

    def _pinned(self, real: datetime) -> datetime:
        moment = datetime.combine(self.pinned_day or real.date(), real.timetz())
        if self.pinned_time is not None:
            moment = datetime.combine(moment.date(), self.pinned_time, tzinfo=moment.tzinfo)
        return moment


def utc_now() -> datetime:
    """The real moment, for time stamps of records, which are never pinned."""
    return datetime.now(UTC)
