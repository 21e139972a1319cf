"""One clock for all that is promised, due and late, also where a demonstration has its own day."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from backend.clock import Clock, utc_now

STOCKHOLM, REYKJAVIK = ZoneInfo("Europe/Stockholm"), ZoneInfo("Atlantic/Reykjavik")
A_MOMENT = timedelta(seconds=5)


@pytest.mark.parametrize("zone", [STOCKHOLM, REYKJAVIK], ids=str)
def test_what_has_happened_is_read_on_a_pinned_clock_by_what_it_is_ahead(zone: ZoneInfo) -> None:
    clock = Clock(date(2032, 3, 3), time(10, 0))
    now = utc_now() + clock.ahead(zone)
    assert abs(now - datetime(2032, 3, 3, 10, tzinfo=zone)) < A_MOMENT
    assert abs(now - clock.now(zone)) < A_MOMENT


def test_a_pinned_day_is_whole_days_away_from_the_real_one() -> None:
    ahead = Clock(date(2026, 1, 7)).ahead(REYKJAVIK)
    assert ahead % timedelta(days=1) == timedelta(0)


def test_the_real_clock_is_ahead_of_nothing() -> None:
    assert Clock().ahead(STOCKHOLM) == timedelta(0)
