from datetime import date

import pytest

from backend.plans import BrokenRule, Offer, Proposal, Rhythm, Rule, negotiate
from tests.backend.plans.schedules import amounts, dues


def test_a_payment_on_a_holiday_moves_to_the_next_bank_day_and_the_pay_day_stays(offered):
    plan = offered(amount=50000, first_date=date(2026, 11, 25))
    assert dues(plan)[:3] == [date(2026, 11, 25), date(2026, 12, 28), date(2027, 1, 25)]
    assert plan.pay_day == 25


def test_a_first_date_on_a_day_when_the_banks_are_closed_moves_to_the_next_bank_day(offered):
    assert dues(offered(first_date=date(2026, 11, 28)))[0] == date(2026, 11, 30)


def test_a_first_date_that_moves_past_the_latest_day_is_countered(countered):
    counter = countered(instalments=6, first_date=date(2026, 12, 25))
    assert dues(counter.plans[0])[:2] == [date(2026, 12, 23), date(2027, 1, 25)]
    assert counter.broken == (
        BrokenRule(Rule.FIRST_PAYMENT_WITHIN_DAYS, date(2026, 12, 23), date(2026, 12, 25)),
    )


def test_a_first_date_that_is_too_late_is_countered_and_its_pay_day_kept(countered):
    counter = countered(instalments=6, first_date=date(2027, 1, 15))
    assert dues(counter.plans[0])[:2] == [date(2026, 12, 23), date(2027, 1, 15)]


@pytest.mark.parametrize("day", [date(2026, 11, 10), date(2026, 11, 21)])
def test_a_first_date_in_the_past_or_today_is_countered_with_the_earliest(countered, day):
    counter = countered(instalments=6, first_date=day)
    assert dues(counter.plans[0])[0] == date(2026, 11, 23)
    assert counter.broken == (BrokenRule(Rule.FIRST_PAYMENT_NOT_BEFORE, date(2026, 11, 23), day),)


def test_a_wish_that_breaks_only_a_date_keeps_its_instalments(countered):
    (plan,) = countered(instalments=6, first_date=date(2026, 11, 10)).plans
    assert amounts(plan) == [81000] * 6


def test_a_pay_day_without_a_first_date_begins_on_the_next_such_day(offered):
    assert dues(offered(day_of_month=27))[:2] == [date(2026, 11, 27), date(2026, 12, 28)]


def test_a_pay_day_that_is_today_begins_next_month(offered):
    assert dues(offered(day_of_month=21))[0] == date(2026, 12, 21)


def test_a_first_date_and_a_pay_day_are_both_kept(offered):
    plan = offered(first_date=date(2026, 12, 4), day_of_month=20)
    assert dues(plan)[:3] == [date(2026, 12, 4), date(2026, 12, 21), date(2027, 1, 20)]


def test_a_pay_day_waits_two_weeks_after_a_first_payment_on_another_day(offered):
    plan = offered(first_date=date(2026, 11, 25), day_of_month=1)
    assert dues(plan)[:2] == [date(2026, 11, 25), date(2027, 1, 4)]


@pytest.mark.parametrize("day", [29, 30, 31])
def test_a_pay_day_that_not_every_month_has_is_countered_with_the_28th(countered, day):
    counter = countered(instalments=6, day_of_month=day)
    assert counter.plans[0].pay_day == 28
    assert counter.broken == (BrokenRule(Rule.PAY_DAY, limit=28, wished=day),)


def test_a_first_date_at_the_end_of_a_month_makes_the_28th_the_pay_day(offered):
    plan = offered(first_date=date(2026, 11, 30))
    assert dues(plan)[:2] == [date(2026, 11, 30), date(2026, 12, 28)]


def test_an_unknown_rhythm_is_countered_with_the_monthly_one(countered):
    counter = countered(instalments=6, rhythm="when the moon is full")
    assert counter.plans[0].rhythm is Rhythm.MONTHLY
    assert counter.broken == (BrokenRule(Rule.RHYTHM, "monthly", "when the moon is full"),)


def test_a_weekly_wish_is_countered_with_as_much_a_month(countered):
    counter = countered(amount=15000, rhythm="weekly")
    assert counter.plans[0].instalment == 65000
    assert counter.broken == (BrokenRule(Rule.RHYTHM, "monthly", "weekly"),)


def test_a_weekly_plan_is_due_every_seventh_day_where_the_client_allows_it(
    claim, rules_with, today
):
    rules = rules_with(rhythm=["monthly", "weekly"])
    wish = Proposal(amount=60000, rhythm="weekly", first_date=date(2026, 11, 27))
    outcome = negotiate(claim, rules, wish, on=today)
    assert isinstance(outcome, Offer)
    assert dues(outcome.plan)[:2] == [date(2026, 11, 27), date(2026, 12, 4)]
    assert outcome.plan.pay_day is None
