from datetime import date
from itertools import islice

import pytest

from backend.plans import BankDays, Rhythm
from backend.plans.rules.rhythm import due_dates

BANK_DAYS = BankDays(holidays="SE")


def first_three(first, pay_day, rhythm=Rhythm.MONTHLY):
    return list(islice(due_dates(first, pay_day, rhythm, BANK_DAYS), 3))


def test_a_monthly_plan_keeps_its_pay_day():
    assert first_three(date(2027, 1, 27), 27) == [
        date(2027, 1, 27),
        date(2027, 3, 1),  # the 27th of February is a Saturday
        date(2027, 3, 30),  # the 27th begins Easter
    ]


def test_a_monthly_plan_goes_on_into_the_next_year():
    assert first_three(date(2026, 11, 10), 10)[2] == date(2027, 1, 11)


@pytest.mark.parametrize(("rhythm", "days"), [(Rhythm.WEEKLY, 7), (Rhythm.FORTNIGHTLY, 14)])
def test_other_rhythms_keep_the_weekday(rhythm, days):
    first, second, third = first_three(date(2026, 11, 2), 2, rhythm)
    assert (second - first).days == (third - second).days == days


def test_two_payments_are_never_due_on_one_day():
    # Closed on all but one day in three weeks, so that several payments move to the same day.
    class RarelyOpen(BankDays):
        def is_open(self, day):
            return day.day == 20

    dues = list(
        islice(due_dates(date(2026, 11, 2), 2, Rhythm.WEEKLY, RarelyOpen(holidays="SE")), 3)
    )
    assert dues == [date(2026, 11, 20), date(2026, 12, 20), date(2027, 1, 20)]
