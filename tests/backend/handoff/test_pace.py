"""The wait that is told comes from how people were really taken, or it is not told."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from backend.clients.hours import OpeningHours
from backend.clients.week import Week
from backend.handoff.pace import Pace, Taking, pace_of, pace_rules, said_minutes
from backend.plans import jurisdiction

SWEDEN = jurisdiction("SE")
HOURS = OpeningHours(
    Week.model_validate(dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "08:00-17:00")),
    SWEDEN.bank_days,
    ZoneInfo(SWEDEN.time_zone),
)
NINE = datetime(2026, 11, 25, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def takings(*minutes: int, asked: int = 0, people: int = 1) -> list[Taking]:
    """Taken so many minutes after nine, by people in turn; all had asked at `asked`."""
    return [
        Taking(NINE + asked * MINUTE, NINE + at * MINUTE, f"u-{number % people}")
        for number, at in enumerate(minutes)
    ]


def test_who_waits_is_taken_as_fast_as_those_before() -> None:
    pace = pace_of(takings(10, 14, 18, 22, 26, 30), HOURS)
    assert pace == Pace(seconds=240, people=1)
    assert pace.wait_seconds(place=3, people_now=1) == 720


def test_twice_as_many_people_are_twice_as_fast() -> None:
    pace = Pace(seconds=240, people=2)
    assert pace.wait_seconds(place=3, people_now=4) == 360
    assert pace.wait_seconds(place=3, people_now=1) == 1440


def test_too_little_measured_is_nothing() -> None:
    enough = takings(*range(10, 10 + 4 * (pace_rules().measured.least + 1), 4))
    assert pace_of(enough, HOURS) is not None
    assert pace_of(enough[1:], HOURS) is None
    assert pace_of([], HOURS) is None


def test_who_came_while_nobody_waited_tells_nothing_of_a_queue() -> None:
    at_once = [
        Taking(NINE + at * MINUTE, NINE + at * MINUTE + timedelta(seconds=5), "u-1")
        for at in range(0, 100, 10)
    ]
    assert pace_of(at_once, HOURS) is None


def test_a_night_between_two_takings_is_no_waiting() -> None:
    evening = [datetime(2026, 11, 24, 15, at, tzinfo=UTC) for at in (40, 44, 48, 52, 56)]
    morning = [datetime(2026, 11, 25, 7, at, tzinfo=UTC) for at in (0, 4, 8)]
    asked = evening[0] - MINUTE
    pace = pace_of([Taking(asked, at, "u-1") for at in evening + morning], HOURS)
    assert pace is not None
    assert pace.seconds == 240


@given(
    st.lists(st.integers(1, 3600), min_size=6, max_size=40),
    st.integers(1, 30),
    st.integers(1, 20),
)
def test_further_back_is_never_sooner_and_more_people_never_slower(
    gaps: list[int], place: int, people: int
) -> None:
    at, taken = NINE, []
    for gap in gaps:
        at += timedelta(seconds=gap)
        taken.append(Taking(NINE - MINUTE, at, "u-1"))
    pace = pace_of([one for one in taken if HOURS.is_open(one.taken)], HOURS)
    if pace is not None:
        wait = pace.wait_seconds(place, people)
        assert pace.wait_seconds(place + 1, people) >= wait >= pace.wait_seconds(place, people + 1)


@given(st.floats(0, 1e6))
def test_a_wait_is_never_told_shorter_than_it_is(seconds: float) -> None:
    told = said_minutes(seconds)
    if told is None:
        assert seconds > 60 * max(pace_rules().said_minutes)
    else:
        assert told * 60 >= seconds
