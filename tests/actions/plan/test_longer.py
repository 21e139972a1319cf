"""How long more time is."""

import pytest

from actions.plan.longer import longer


@pytest.mark.parametrize(
    ("day", "duration", "later"),
    [
        ("2026-11-28", "P14D", "2026-12-12"),
        ("2026-11-28", "P1M", "2026-12-28"),
        ("2026-12-31", "P2M", "2027-02-28"),
        ("2026-11-30", "P13M", "2027-12-30"),
    ],
)
def test_days_and_months_are_counted_from_the_day(day: str, duration: str, later: str):
    assert longer(day, duration) == later
