from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from backend.plans import Proposal, compare, negotiate
from backend.plans.ledger.day_count import DayCount
from backend.plans.ledger.interest import InterestClock, RatedDays
from backend.plans.ledger.terms import agreed_interest

ON = date(2026, 5, 4)


def test_without_interest_all_three_cost_the_same(claim, rules):
    plan = negotiate(claim, rules, Proposal(instalments=6), on=ON).plan
    compared = compare(claim, plan, on=ON)
    assert (compared.today, compared.plan, compared.waiting) == (486000, 486000, 486000)


def test_waiting_costs_the_interest_up_to_the_last_day_of_the_plan(claim, rules):
    clock = agreed_interest(Decimal(10), ON, DayCount.ACT_365F)
    running = replace(claim, interest=clock)
    plan = negotiate(
        running, rules, Proposal(instalments=1, first_date=date(2026, 6, 3)), on=ON
    ).plan
    compared = compare(running, plan, on=ON)
    # 4 860.00 x 10 % x 30 / 365 = 39.945 -> 39.95
    assert compared.waiting == 486000 + 3995
    assert compared.waiting_until == date(2026, 6, 3)


def test_past_the_last_known_rate_the_sum_of_waiting_is_not_stated(claim, rules):
    clock = InterestClock(
        ON, rates=(RatedDays(ON + timedelta(days=1), date(2026, 6, 30), Decimal(10)),)
    )
    running = replace(claim, interest=clock)
    plan = negotiate(running, rules, Proposal(instalments=6), on=ON).plan
    compared = compare(running, plan, on=ON)
    assert compared.waiting is None
    assert compared.unknown_from == date(2026, 7, 1)
