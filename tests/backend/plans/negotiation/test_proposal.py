from datetime import date, datetime

import pytest

from backend.plans import Proposal

NUMBERS = ["amount", "instalments", "duration_months", "day_of_month", "down_payment"]


def test_every_term_may_be_missing():
    assert Proposal() == Proposal(amount=None)


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", [0, -1, 10**13])
def test_a_number_that_cannot_be_meant_is_refused_by_name(name, value):
    with pytest.raises(ValueError, match=f"{name} is to be between 1 and"):
        Proposal(**{name: value})


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", [1.5, 2.0, "3", True])
def test_a_number_that_is_not_whole_is_refused_by_name(name, value):
    with pytest.raises(ValueError, match=f"{name} is to be a whole number"):
        Proposal(**{name: value})


@pytest.mark.parametrize("name", ["first_date", "end_date"])
@pytest.mark.parametrize("value", [date(1999, 12, 31), date(2101, 1, 1)])
def test_a_date_of_another_age_is_refused_by_name(name, value):
    with pytest.raises(ValueError, match=f"{name} is to be in a year"):
        Proposal(**{name: value})


@pytest.mark.parametrize("value", ["2026-11-25", datetime(2026, 11, 25, 12, 0)])
def test_what_is_not_a_plain_date_is_refused(value):
    with pytest.raises(ValueError, match="first_date is to be a date"):
        Proposal(first_date=value)


@pytest.mark.parametrize("value", ["", 7])
def test_a_rhythm_is_a_word(value):
    with pytest.raises(ValueError, match="rhythm is to be a word"):
        Proposal(rhythm=value)
