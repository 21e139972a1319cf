from datetime import date

import pytest

from backend.plans import BrokenRule, Claim, CounterOffer, Offer, Proposal, Rule, negotiate
from tests.backend.plans.schedules import amounts, dues


def test_a_wished_amount_is_offered_with_a_smaller_last_payment(offered):
    plan = offered(amount=50000, first_date=date(2026, 11, 25))
    assert amounts(plan) == [50000] * 9 + [36000]
    assert (plan.instalment, plan.instalments, plan.total) == (50000, 10, 486000)


def test_a_wished_number_is_offered_evenly(offered):
    assert amounts(offered(instalments=6)) == [81000] * 6


def test_a_number_that_does_not_divide_evenly_ends_in_a_smaller_payment(offered):
    assert amounts(offered(instalments=7)) == [69429] * 6 + [69426]


def test_a_wish_below_the_smallest_instalment_is_countered_with_the_nearest_plan(rules_with, today):
    claim = Claim(balance=48600, currency="EUR")
    rules = rules_with("FI", instalment={"at_least": 30})
    outcome = negotiate(claim, rules, Proposal(amount=2000), on=today)
    assert isinstance(outcome, CounterOffer)
    assert amounts(outcome.plans[0]) == [4050] * 12
    assert outcome.broken == (
        BrokenRule(Rule.INSTALMENT_AT_LEAST, limit=3000, wished=2000),
        BrokenRule(Rule.INSTALMENTS_AT_MOST, limit=12, wished=25),
    )


def test_an_amount_that_is_large_enough_may_still_take_too_many_payments(countered):
    counter = countered(amount=35000)
    assert counter.broken == (BrokenRule(Rule.INSTALMENTS_AT_MOST, limit=12, wished=14),)
    assert [plan.instalments for plan in counter.plans] == [12, 11, 10]


def test_too_many_instalments_are_countered_with_the_most_allowed(countered):
    counter = countered(instalments=24)
    assert counter.plans[0].instalments == 12
    assert counter.broken == (
        BrokenRule(Rule.INSTALMENTS_AT_MOST, limit=12, wished=24),
        BrokenRule(Rule.INSTALMENT_AT_LEAST, limit=30000, wished=20250),
    )


def test_a_number_whose_instalments_are_too_small_is_countered_with_fewer(rules, today):
    claim = Claim(balance=100000, currency="SEK")
    outcome = negotiate(claim, rules, Proposal(instalments=6), on=today)
    assert isinstance(outcome, CounterOffer)
    assert amounts(outcome.plans[0]) == [30000, 30000, 30000, 10000]
    assert outcome.broken == (BrokenRule(Rule.INSTALMENT_AT_LEAST, limit=30000, wished=16667),)


def test_without_terms_the_smallest_instalment_is_offered_a_month_from_today(offered):
    plan = offered()
    assert amounts(plan) == [40500] * 12
    assert dues(plan)[0] == date(2026, 12, 21)


@pytest.mark.parametrize("amount", [486000, 486001, 10**9])
def test_the_whole_balance_or_more_is_one_payment(offered, amount):
    assert amounts(offered(amount=amount)) == [486000]


def test_a_balance_below_the_smallest_instalment_is_one_payment(rules, today):
    claim = Claim(balance=20000, currency="SEK")
    outcome = negotiate(claim, rules, Proposal(), on=today)
    assert isinstance(outcome, Offer)
    assert amounts(outcome.plan) == [20000]


def test_an_amount_and_number_that_agree_are_offered(offered):
    assert amounts(offered(amount=85000, instalments=6)) == [85000] * 5 + [61000]


def test_an_amount_and_number_that_conflict_are_each_kept_in_a_plan(countered):
    counter = countered(amount=50000, instalments=6)
    kept = [(plan.instalment, plan.instalments) for plan in counter.plans[:2]]
    assert kept == [(81000, 6), (50000, 10)]
    assert counter.broken == (BrokenRule(Rule.TERMS_ADD_UP, limit=486000, wished=300000),)


def test_an_amount_that_ends_sooner_than_the_wished_time_is_offered(offered):
    assert offered(amount=100000, duration_months=12).instalments == 5


def test_an_amount_that_does_not_pay_it_in_the_wished_time_is_countered(countered):
    counter = countered(amount=50000, duration_months=6)
    assert counter.broken == (BrokenRule(Rule.TERMS_ADD_UP, limit=486000, wished=300000),)


def test_more_instalments_than_the_wished_time_has_room_for_are_countered(countered):
    counter = countered(instalments=12, duration_months=6)
    assert [plan.instalments for plan in counter.plans[:2]] == [6, 12]
    assert counter.broken == (BrokenRule(Rule.INSTALMENTS_FIT_TIME, limit=6, wished=12),)
