"""On which day something is said of an instalment, and from which moment."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.clients import ClientBook
from backend.followup.contact_rules import contact_hours
from backend.followup.moments import booked_by, day_of, first_moment
from backend.settings import Settings


@pytest.fixture(scope="module")
def clients() -> ClientBook:
    return ClientBook.read(Settings(_env_file=None).clients_folder)


def test_a_payment_is_booked_some_bank_days_later(clients: ClientBook):
    client = clients.get("se-energi")
    assert booked_by(client, date(2026, 12, 2)) == date(2026, 12, 4)
    assert booked_by(client, date(2026, 12, 23)) == date(2026, 12, 29)  # over Christmas


def test_the_days_of_an_instalment(clients: ClientBook):
    client, due = clients.get("se-energi"), date(2026, 12, 2)
    assert day_of("coming", client, due) == date(2026, 11, 29)
    assert day_of("missed", client, due) == date(2026, 12, 5)
    assert day_of("broken", client, due) == date(2026, 12, 18)


@pytest.mark.parametrize(
    ("client", "day", "utc"),
    [
        (
            "se-energi",
            date(2027, 3, 26),
            datetime(2027, 3, 30, 7, tzinfo=UTC),
        ),  # Easter, summer time
        ("se-energi", date(2027, 3, 25), datetime(2027, 3, 25, 8, tzinfo=UTC)),  # still winter time
        (
            "se-energi",
            date(2026, 10, 23),
            datetime(2026, 10, 23, 7, tzinfo=UTC),
        ),  # still summer time
        ("se-energi", date(2026, 10, 24), datetime(2026, 10, 26, 8, tzinfo=UTC)),  # winter time
        ("fi-kauppa", date(2026, 10, 24), datetime(2026, 10, 26, 7, tzinfo=UTC)),
        ("is-tryggingar", date(2026, 10, 24), datetime(2026, 10, 26, 9, tzinfo=UTC)),  # has none
        ("no-mobil", date(2026, 10, 24), datetime(2026, 10, 24, 7, tzinfo=UTC)),  # Saturdays too
        ("no-mobil", date(2026, 12, 25), datetime(2026, 12, 28, 8, tzinfo=UTC)),  # a Monday after
        ("dk-fitness", date(2026, 6, 5), datetime(2026, 6, 6, 7, tzinfo=UTC)),  # Constitution Day
    ],
)
def test_the_first_moment_is_by_the_debtors_clock(
    clients: ClientBook, client: str, day: date, utc: datetime
):
    moment = first_moment(clients.get(client), day)
    assert moment is not None
    assert moment.astimezone(UTC) == utc


@pytest.mark.parametrize(
    "night", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)]
)
def test_no_hour_of_the_night_in_which_the_clock_changes_is_open(
    clients: ClientBook, night: datetime
):
    for client in clients:
        hours = contact_hours(client)
        assert not any(hours.is_open(night + hour * timedelta(hours=1)) for hour in range(6))
