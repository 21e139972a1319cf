from datetime import date

from backend.plans import BrokenRule, CounterOffer, Proposal, Rule, negotiate
from tests.backend.plans.schedules import amounts, dues


def test_a_duration_is_a_number_of_months(offered):
    assert offered(duration_months=6).instalments == 6


def test_too_long_a_duration_is_countered_with_the_longest(countered):
    counter = countered(duration_months=18)
    assert counter.plans[0].instalments == 12
    assert counter.broken[0] == BrokenRule(Rule.DURATION, limit=12, wished=18)


def test_an_end_date_is_the_last_day_of_the_plan(offered):
    plan = offered(end_date=date(2027, 5, 31), day_of_month=25)
    assert plan.instalments == 7
    assert dues(plan)[-1] == date(2027, 5, 25)


def test_an_end_that_is_too_late_is_countered_with_the_latest_possible(countered):
    counter = countered(end_date=date(2028, 6, 30), day_of_month=25)
    latest = dues(counter.plans[0])[-1]
    assert latest == date(2027, 10, 25)
    assert counter.broken[0] == BrokenRule(Rule.END_DATE, latest, date(2028, 6, 30))


def test_an_end_before_the_first_payment_is_countered_with_one_payment(countered):
    counter = countered(end_date=date(2026, 11, 24), first_date=date(2026, 11, 25))
    assert amounts(counter.plans[0]) == [486000]
    assert counter.broken == (
        BrokenRule(Rule.END_DATE, limit=date(2026, 11, 25), wished=date(2026, 11, 24)),
    )


def test_a_down_payment_comes_before_the_wished_instalments(offered):
    plan = offered(down_payment=126000, instalments=6)
    assert amounts(plan) == [126000] + [60000] * 6
    assert plan.instalment == 60000


def test_a_down_payment_counts_among_the_payments(countered):
    counter = countered(down_payment=60000, instalments=12)
    assert counter.plans[0].instalments == 12
    assert counter.broken == (BrokenRule(Rule.INSTALMENTS_AT_MOST, limit=12, wished=13),)


def test_a_down_payment_below_an_instalment_is_countered_with_the_smallest(countered):
    counter = countered(down_payment=10000, amount=100000)
    assert amounts(counter.plans[0]) == [30000] + [100000] * 4 + [56000]
    assert counter.broken == (BrokenRule(Rule.DOWN_PAYMENT_AT_LEAST, limit=30000, wished=10000),)


def test_a_down_payment_of_everything_is_one_payment(offered):
    assert amounts(offered(down_payment=486000, instalments=6)) == [486000]


def test_where_one_payment_is_all_there_may_be_a_down_payment_is_countered(
    claim, rules_with, today
):
    rules = rules_with(instalments={"at_most": 1})
    outcome = negotiate(claim, rules, Proposal(down_payment=50000), on=today)
    assert isinstance(outcome, CounterOffer)
    assert [amounts(plan) for plan in outcome.plans] == [[486000]]
    assert outcome.broken == (BrokenRule(Rule.INSTALMENTS_AT_MOST, limit=1, wished=2),)


def test_paying_all_at_once_is_never_countered_with_a_plan_that_lacks_its_down_payment(
    claim, rules_with, today
):
    rules = rules_with(down_payment={"at_least_percent": 30})
    wish = Proposal(instalments=1, end_date=date(2026, 11, 22))
    outcome = negotiate(claim, rules, wish, on=today)
    assert isinstance(outcome, CounterOffer)
    assert [amounts(plan) for plan in outcome.plans] == [[486000]]


def test_a_plan_begins_with_the_down_payment_that_the_client_asks_for(claim, rules_with, today):
    rules = rules_with(down_payment={"at_least_percent": 30})
    outcome = negotiate(claim, rules, Proposal(instalments=6), on=today)
    assert amounts(outcome.plan) == [145800] + [56700] * 6
