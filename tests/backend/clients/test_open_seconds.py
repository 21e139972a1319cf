"""Waiting counts while somebody could have answered, and in real seconds."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from backend.clients.hours import OpeningHours
from backend.clients.week import Week
from backend.plans import jurisdiction

SWEDEN = jurisdiction("SE")
OFFICE = "08:00-17:00"
HOUR = 3600


def hours(**days: str) -> OpeningHours:
    week = Week.model_validate(days)
    zone = ZoneInfo(SWEDEN.time_zone)
    return OpeningHours(week, SWEDEN.bank_days, zone)


WEEKDAYS = hours(**dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), OFFICE))
ALWAYS = hours(**dict.fromkeys(("sat", "sun"), "00:00-24:00"), open_on_holidays="true")


def local(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=WEEKDAYS.zone)


@pytest.mark.parametrize(
    ("start", "end", "seconds"),
    [
        ("2026-11-25 09:00", "2026-11-25 09:10", 600),
        ("2026-11-25 06:00", "2026-11-25 09:00", HOUR),  # the day before it opens
        ("2026-11-25 16:30", "2026-11-26 08:30", HOUR),  # over a night
        ("2026-11-27 16:00", "2026-11-30 09:00", 2 * HOUR),  # over a weekend
        ("2026-11-28 10:00", "2026-11-29 10:00", 0),  # in a weekend
        ("2026-12-23 16:00", "2026-12-28 09:00", 2 * HOUR),  # over Christmas
        ("2026-11-25 10:00", "2026-11-25 10:00", 0),
        ("2026-11-25 10:00", "2026-11-25 09:00", 0),
        ("2026-11-23 00:00", "2026-11-30 00:00", 45 * HOUR),
    ],
)
def test_only_open_hours_count(start: str, end: str, seconds: int) -> None:
    assert WEEKDAYS.open_seconds(local(start), local(end)) == seconds


@pytest.mark.parametrize(
    ("day", "hours_of_day"),
    [("2026-03-29", 23), ("2026-10-25", 25), ("2026-11-22", 24)],
)
def test_an_open_day_at_the_change_of_summer_time_is_as_long_as_it_is(
    day: str, hours_of_day: int
) -> None:
    start = local(f"{day} 00:00")
    end = local(f"{day} 00:00") + timedelta(days=1)  # midnight on the clock
    assert ALWAYS.open_seconds(start, end) == hours_of_day * HOUR


def test_a_wait_across_the_change_is_in_real_seconds() -> None:
    before = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # 01:30; an hour later it is 03:30
    assert ALWAYS.open_seconds(before, before + timedelta(hours=1)) == HOUR
    assert ALWAYS.open_seconds(local("2026-03-29 01:30"), local("2026-03-29 03:30")) == HOUR
