"""Business hours can be reckoned with: forwards, backwards and across nights, holidays and summer time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.clients.hours import OpeningHours
from backend.clients.week import Week
from backend.plans import jurisdiction

HOUR = 3600
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COUNTRIES = ("SE", "NO", "DK", "FI", "IS")


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """A week with at least one open day."""
    open_days = draw(st.sets(st.sampled_from(DAYS), min_size=1))
    hours = {}
    for day in open_days:
        opens = draw(st.integers(0, 1439))
        closes = draw(st.integers(opens + 1, 1440))
        hours[day] = f"{clock(opens)}-{clock(closes)}"
    return Week.model_validate({**hours, "open_on_holidays": draw(st.booleans())})


@st.composite
def opening_hours(draw: st.DrawFn) -> OpeningHours:
    country = jurisdiction(draw(st.sampled_from(COUNTRIES)))
    closed = draw(st.frozensets(st.sampled_from(["12-23", "2026-05-15", "03-29"]), max_size=2))
    zone = ZoneInfo(country.time_zone)
    return OpeningHours(draw(weeks()), country.bank_days, zone, closed)


MOMENTS = st.integers(
    int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()),
    int(datetime(2027, 3, 1, tzinfo=UTC).timestamp()),
).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
SECONDS = st.integers(1, 40 * HOUR)


@settings(max_examples=200, deadline=None)
@given(opening_hours(), MOMENTS, SECONDS)
def test_after_is_the_first_moment_at_which_so_many_open_seconds_have_passed(
    hours: OpeningHours, start: datetime, seconds: int
) -> None:
    end = hours.after(start, seconds)
    if end is None:
        assert hours.open_seconds(start, start + timedelta(days=365)) < seconds
        return
    assert end > start
    assert hours.open_seconds(start, end) == seconds
    assert hours.open_seconds(start, end - timedelta(seconds=1)) == seconds - 1


@settings(max_examples=200, deadline=None)
@given(opening_hours(), MOMENTS, SECONDS)
def test_before_is_the_way_back(hours: OpeningHours, end: datetime, seconds: int) -> None:
    start = hours.before(end, seconds)
    assert start <= end
    counted = hours.open_seconds(start, end)
    assert counted == seconds or (counted < seconds and end - start == timedelta(days=31))


@settings(max_examples=200, deadline=None)
@given(opening_hours(), MOMENTS, st.integers(0, 9 * 86400), st.integers(0, 9 * 86400))
def test_open_time_adds_up(hours: OpeningHours, start: datetime, first: int, second: int) -> None:
    middle = start + timedelta(seconds=first)
    end = middle + timedelta(seconds=second)
    parts = hours.open_seconds(start, middle) + hours.open_seconds(middle, end)
    assert parts == hours.open_seconds(start, end)
    assert 0 <= parts <= first + second


@settings(max_examples=200, deadline=None)
@given(opening_hours(), MOMENTS, SECONDS)
def test_a_target_met_when_closed_and_one_met_when_open_are_the_same_clock(
    hours: OpeningHours, asked: datetime, seconds: int
) -> None:
    opening = hours.next_opening(asked)
    if opening is not None:
        assert hours.after(asked, seconds) == hours.after(opening, seconds)


@settings(max_examples=200, deadline=None)
@given(opening_hours(), MOMENTS)
def test_until_closing_it_is_open_all_the_time(hours: OpeningHours, moment: datetime) -> None:
    closing = hours.closing(moment)
    assert (closing is None) is (not hours.is_open(moment))
    if closing is not None:
        assert closing > moment
        assert hours.open_seconds(moment, closing) == round((closing - moment).total_seconds())


SWEDEN = jurisdiction("SE")
OFFICE = OpeningHours(
    Week.model_validate(dict.fromkeys(DAYS[:5], "08:00-17:00")),
    SWEDEN.bank_days,
    ZoneInfo(SWEDEN.time_zone),
)


@pytest.mark.parametrize(
    ("asked", "hours_later", "due"),
    [
        ("2026-11-25 16:30", 1, "2026-11-26 08:30"),  # not half an hour after closing
        ("2026-11-25 16:00", 1, "2026-11-25 17:00"),
        ("2026-11-27 16:00", 2, "2026-11-30 09:00"),  # over a weekend
        ("2026-12-23 16:00", 2, "2026-12-28 09:00"),  # over Christmas
        ("2026-04-02 16:30", 16, "2026-04-08 14:30"),  # Good Friday and Easter Monday do not count
    ],
)
def test_a_promise_lies_inside_the_hours(asked: str, hours_later: int, due: str) -> None:
    def local(written: str) -> datetime:
        return datetime.fromisoformat(written).replace(tzinfo=OFFICE.zone)

    assert OFFICE.after(local(asked), hours_later * HOUR) == local(due)
