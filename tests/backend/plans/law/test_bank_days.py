from datetime import date

import pytest
from pydantic import ValidationError

from backend.plans import BankDays, jurisdiction
from backend.plans.law.bank_days import ClosedDay


@pytest.mark.parametrize(
    ("country", "closed"),
    [
        ("SE", ["2026-06-19", "2026-12-24", "2026-12-25", "2026-12-31"]),
        ("NO", ["2026-05-14", "2026-12-25"]),
        ("DK", ["2026-05-15", "2026-06-05", "2026-12-24", "2026-12-31"]),
        ("FI", ["2026-01-06", "2026-06-19", "2026-12-24"]),
        ("IS", ["2026-04-23", "2026-06-17", "2026-08-03"]),
    ],
)
def test_the_banks_of_a_country_are_closed_on_its_holidays(country, closed):
    bank_days = jurisdiction(country).bank_days
    assert not any(bank_days.is_open(date.fromisoformat(day)) for day in closed)


@pytest.mark.parametrize(
    ("country", "day"),
    [("SE", "2026-12-23"), ("NO", "2026-12-24"), ("DK", "2026-05-01"), ("IS", "2026-12-31")],
)
def test_half_days_and_ordinary_days_are_bank_days(country, day):
    assert jurisdiction(country).bank_days.is_open(date.fromisoformat(day))


def test_a_weekend_is_closed_in_both_directions():
    bank_days = BankDays(holidays="SE")
    saturday = date(2026, 11, 28)
    assert bank_days.on_or_after(saturday) == date(2026, 11, 30)
    assert bank_days.on_or_before(saturday) == date(2026, 11, 27)


def test_a_bank_day_stays_where_it_is():
    bank_days = BankDays(holidays="SE")
    monday = date(2026, 11, 30)
    assert bank_days.on_or_after(monday) == bank_days.on_or_before(monday) == monday


def test_the_next_bank_day_may_be_in_the_next_year():
    bank_days = jurisdiction("SE").bank_days
    assert bank_days.on_or_after(date(2026, 12, 31)) == date(2027, 1, 4)


@pytest.mark.parametrize("said", [{}, {"date": "05-01", "day_after": "May Day"}])
def test_a_closed_day_is_said_in_one_way(said):
    with pytest.raises(ValidationError, match="either date or day_after"):
        ClosedDay(source="a test", **said)


def test_a_country_that_the_library_does_not_have_is_refused():
    with pytest.raises(ValidationError, match="XX"):
        BankDays(holidays="XX")


def test_a_day_after_a_holiday_that_the_country_does_not_have_is_refused():
    closed = ({"day_after": "Towel Day", "source": "a test"},)
    with pytest.raises(ValidationError, match="no holiday 'Towel Day'"):
        BankDays(holidays="SE", closed=closed)


def test_a_closed_date_that_no_year_has_is_refused():
    with pytest.raises(ValidationError, match="month must be in"):
        BankDays(holidays="SE", closed=({"date": "13-01", "source": "a test"},))


def test_a_category_that_the_library_does_not_have_is_refused():
    with pytest.raises(ValidationError, match="siesta"):
        BankDays(holidays="SE", categories=("siesta",))
