"""A client's own closed days."""

from datetime import date, datetime

import pytest

from backend.clients import ClientBook
from backend.clients.closed_days import is_closed


@pytest.mark.parametrize(
    ("day", "closed"),
    [("2026-12-23", True), ("2031-12-23", True), ("2027-05-14", True), ("2028-05-14", False)],
)
def test_a_day_is_closed_once_or_every_year(day: str, closed: bool):
    assert is_closed(date.fromisoformat(day), frozenset({"12-23", "2027-05-14"})) is closed


def test_nobody_is_there_on_the_clients_own_closed_day(clients: ClientBook):
    hours = clients.get("se-bredband").opening_hours
    day = datetime(2026, 12, 23, 12, tzinfo=hours.zone)
    opening = hours.next_opening(day)
    assert not hours.is_open(day)
    assert opening is not None
    assert opening.date() == date(2026, 12, 27)  # after Christmas, on a Sunday
