"""When people are there."""

from datetime import datetime

import pytest
from pydantic import ValidationError

from backend.clients import ClientBook
from backend.clients.hours import OpeningHours
from backend.clients.week import Week

HOUR = 3600


def at(written: str, hours: OpeningHours) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=hours.zone)


@pytest.fixture
def hours(clients: ClientBook) -> OpeningHours:
    return clients.get("se-energi").opening_hours


@pytest.mark.parametrize(
    ("moment", "open_now"),
    [
        ("2026-11-23T07:59", False),
        ("2026-11-23T08:00", True),
        ("2026-11-23T16:59", True),
        ("2026-11-23T17:00", False),
        ("2026-11-21T12:00", False),  # Saturday
        ("2026-12-25T12:00", False),  # Christmas Day, a Friday
        ("2026-06-19T12:00", False),  # Midsummer Eve, a Friday
    ],
)
def test_people_are_there_in_the_weeks_hours_except_on_holidays(
    hours: OpeningHours, moment: str, open_now: bool
):
    assert hours.is_open(at(moment, hours)) is open_now


def test_a_moment_in_another_zone_is_understood(hours: OpeningHours):
    assert hours.is_open(datetime.fromisoformat("2026-11-23T07:30+00:00"))


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-23T06:00", "2026-11-23T08:00+01:00"),
        ("2026-11-23T18:00", "2026-11-24T08:00+01:00"),
        ("2026-11-21T10:00", "2026-11-23T08:00+01:00"),
        ("2026-12-23T20:00", "2026-12-28T08:00+01:00"),  # over Christmas
        ("2026-03-28T10:00", "2026-03-30T08:00+02:00"),  # over the change to summer time
    ],
)
def test_the_next_opening_is_a_moment_in_the_clients_zone(
    hours: OpeningHours, moment: str, opens: str
):
    opening = hours.next_opening(at(moment, hours))
    assert opening is not None
    assert opening.isoformat() == f"{opens[:16]}:00{opens[16:]}"


def test_while_it_is_open_the_next_opening_is_now(hours: OpeningHours):
    now = at("2026-11-23T10:30", hours)
    assert hours.next_opening(now) == now


def test_an_hour_that_begins_at_the_weekend_ends_an_hour_after_opening(hours: OpeningHours):
    promised = hours.after(at("2026-11-21T23:00", hours), HOUR)
    assert promised == at("2026-11-23T09:00", hours)


def test_who_is_open_at_any_hour_is_open_at_christmas(clients: ClientBook):
    hours = clients.get("no-mobil").opening_hours
    for moment in ("2026-12-25T00:00", "2026-12-27T23:59"):
        assert hours.is_open(at(moment, hours))


def test_a_public_holiday_on_a_saturday_is_closed(clients: ClientBook):
    swedish = clients.get("se-energi").opening_hours
    weekend = OpeningHours(Week.model_validate({"sat": "10:00-14:00"}), *_rest_of(swedish))
    assert weekend.is_open(at("2026-11-21T12:00", weekend))
    assert not weekend.is_open(at("2026-12-26T12:00", weekend))


def test_who_is_never_open_promises_nothing(hours: OpeningHours):
    never = OpeningHours(Week(), *_rest_of(hours))
    assert never.after(at("2026-11-21T12:00", never), HOUR) is None


@pytest.mark.parametrize("written", ["8-17", "08:00-24:30", "10:00-10:00", 8])
def test_hours_that_cannot_be_meant_are_refused(written: object):
    with pytest.raises(ValidationError):
        Week.model_validate({"mon": written})


@pytest.mark.parametrize(
    ("moment", "open_now"),
    [
        ("2026-03-29T00:59+01:00", False),
        ("2026-03-29T01:00+01:00", True),
        ("2026-03-29T01:59+01:00", True),
        ("2026-03-29T03:00+02:00", True),  # a minute later: the hour from 2 to 3 does not exist
        ("2026-03-29T03:59+02:00", True),
        ("2026-03-29T04:00+02:00", False),
        ("2026-10-25T02:30+02:00", True),
        ("2026-10-25T02:30+01:00", True),  # an hour later, and the same on the clock
        ("2026-10-25T03:59+01:00", True),
        ("2026-10-25T04:00+01:00", False),
    ],
)
def test_at_the_change_to_and_from_summer_time_the_clock_on_the_wall_counts(
    hours: OpeningHours, moment: str, open_now: bool
):
    nights = OpeningHours(Week.model_validate({"sun": "01:00-04:00"}), *_rest_of(hours))
    assert nights.is_open(datetime.fromisoformat(moment)) is open_now


def test_an_opening_that_summer_time_skips_is_when_the_clock_goes_on(hours: OpeningHours):
    nights = OpeningHours(Week.model_validate({"sun": "02:30-06:00"}), *_rest_of(hours))
    opening = nights.next_opening(at("2026-03-28T23:00", nights))
    assert opening is not None
    assert opening.isoformat() == "2026-03-29T03:30:00+02:00"
    assert nights.is_open(opening)


def test_a_promise_over_the_change_to_summer_time_is_a_real_hour_later(hours: OpeningHours):
    nights = OpeningHours(Week.model_validate({"sun": "01:30-06:00"}), *_rest_of(hours))
    promised = nights.after(at("2026-03-29T00:00", nights), HOUR)
    assert promised is not None
    assert promised.isoformat() == "2026-03-29T03:30:00+02:00"


def test_hours_may_differ_by_language(clients: ClientBook):
    client = clients.get("se-bredband")
    saturday = datetime(2026, 11, 21, 12, tzinfo=client.zone)
    assert client.opening_hours_in("sv").is_open(saturday)
    assert not client.opening_hours_in("en").is_open(saturday)
    assert client.opening_hours.is_open(saturday)


def _rest_of(hours: OpeningHours) -> tuple:
    return hours.bank_days, hours.zone
