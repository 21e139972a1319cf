"""A debtor is called inside the opening hours, at a time of the own choice."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.clients.hours import OpeningHours
from backend.clients.week import Week
from backend.handoff.calling import call_at, call_rules, call_times
from backend.plans import jurisdiction

SWEDEN = jurisdiction("SE")
ZONE = ZoneInfo(SWEDEN.time_zone)


def hours(**days: str) -> OpeningHours:
    return OpeningHours(Week.model_validate(days), SWEDEN.bank_days, ZONE)


OFFICE = hours(**dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "08:00-17:00"))
EVENINGS = hours(tue="17:30-18:30")
WEDNESDAY_EVENING = datetime(2026, 11, 25, 21, tzinfo=ZONE)


def local(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZONE)


def test_in_the_evening_times_of_the_next_days_are_offered() -> None:
    offered = call_times(OFFICE, WEDNESDAY_EVENING)
    assert offered == [
        local("2026-11-26 09:00"),
        local("2026-11-26 13:00"),
        local("2026-11-27 09:00"),
    ]


def test_before_a_weekend_the_next_working_day_is_offered() -> None:
    friday = local("2026-11-27 16:30")
    assert call_times(OFFICE, friday)[0] == local("2026-11-30 09:00")


def test_who_opens_at_odd_hours_calls_when_they_open() -> None:
    assert call_times(EVENINGS, WEDNESDAY_EVENING)[0] == local("2026-12-01 17:30")


def test_of_a_day_that_is_wished_its_own_times_are_offered() -> None:
    offered = call_times(OFFICE, WEDNESDAY_EVENING, date(2026, 11, 30))
    assert {at.date() for at in offered} == {date(2026, 11, 30)}
    assert len(offered) == call_rules().offered


@pytest.mark.parametrize(
    ("on", "clock", "called"),
    [
        ("2026-11-27", "14:20", "2026-11-27 14:20"),
        ("2026-11-27", None, "2026-11-27 09:00"),
        (None, "14:20", "2026-11-26 14:20"),  # the next day that has it
        ("2026-11-28", "14:20", "2026-11-30 08:00"),  # a Saturday
        ("2026-11-27", "18:00", "2026-11-30 08:00"),  # after closing
        ("2026-11-20", "10:00", "2026-11-26 08:00"),  # over already
        ("2027-06-01", "10:00", "2026-12-09 10:00"),  # too far ahead
    ],
)
def test_a_wish_is_moved_into_the_hours(on: str | None, clock: str | None, called: str) -> None:
    day = date.fromisoformat(on) if on else None
    at = call_at(OFFICE, WEDNESDAY_EVENING, day, time.fromisoformat(clock) if clock else None)
    assert at == local(called)


def test_without_a_wish_there_is_no_time() -> None:
    assert call_at(OFFICE, WEDNESDAY_EVENING, None, None) is None


def test_who_is_never_there_calls_nobody() -> None:
    assert call_times(hours(), WEDNESDAY_EVENING) == []
    assert call_at(hours(), WEDNESDAY_EVENING, date(2026, 11, 27), time(10)) is None


MOMENTS = st.integers(
    int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()),
    int(datetime(2026, 12, 31, tzinfo=UTC).timestamp()),
).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(st.sampled_from([OFFICE, EVENINGS]), MOMENTS, st.integers(-3, 40), st.times())
def test_whatever_is_wished_the_call_is_later_and_inside_the_hours(
    opening: OpeningHours, now: datetime, days: int, clock: time
) -> None:
    wished = now.astimezone(ZONE).date() + timedelta(days=days)
    for at in [
        call_at(opening, now, wished, clock),
        call_at(opening, now, wished, None),
        call_at(opening, now, None, clock),
        *call_times(opening, now),
    ]:
        assert at is not None
        assert at >= now
        assert opening.is_open(at)
