"""How a duty is read."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.duty.models import Duty
from backend.duty.spans import spans
from backend.duty.states import state_of

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SOON, BEFORE = NOW + timedelta(seconds=30), NOW - timedelta(seconds=30)


@pytest.mark.parametrize(
    ("choice", "here_until", "wrap_up_until", "state"),
    [
        ("available", SOON, None, "available"),
        ("available", SOON, SOON, "wrap_up"),
        ("available", SOON, BEFORE, "available"),
        ("available", BEFORE, None, "away"),
        ("available", None, None, "away"),
        ("away", SOON, None, "away"),
        ("away", SOON, SOON, "away"),
    ],
)
def test_a_duty_is_read_from_what_was_chosen_and_what_has_passed(
    choice: str, here_until: datetime | None, wrap_up_until: datetime | None, state: str
) -> None:
    duty = Duty(choice=choice, here_until=here_until, wrap_up_until=wrap_up_until)
    assert state_of(duty, NOW) == state


def test_who_has_never_been_at_the_desk_is_away() -> None:
    assert state_of(None, NOW) == "away"


def test_a_lost_line_is_waited_for_longer_than_two_of_its_beats() -> None:
    assert spans().grace > timedelta(seconds=2 * 25)
