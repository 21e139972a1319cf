from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from backend.plans import (
    Claim,
    LawfulFees,
    Named,
    Offer,
    Parts,
    Payment,
    Proposal,
    Referral,
    Stop,
    Uncovered,
    order_of_least_cost,
    together,
)
from backend.plans.ledger.day_count import DayCount
from backend.plans.ledger.terms import agreed_interest
from tests.backend.plans.negotiation.test_negotiation_properties import small_rules

ON = date(2026, 5, 4)


def named(reference, balance, rate=None, **more):
    interest = None if rate is None else agreed_interest(Decimal(rate), ON, DayCount.ACT_365F)
    return Named(reference, Claim(balance, "SEK", interest=interest, **more))


def names(claims):
    return [claim.reference for claim in claims]


def test_what_grows_fastest_for_its_size_comes_first():
    claims = [named("A", 500000), named("B", 100000, "8"), named("C", 100000, "24")]
    assert names(order_of_least_cost(claims, on=ON)) == ["C", "B", "A"]


def test_only_the_part_that_bears_interest_grows():
    mostly_fees = named("A", 100000, "24", parts=Parts(10000, fee=90000))
    claims = [mostly_fees, named("B", 100000, "8")]
    assert names(order_of_least_cost(claims, on=ON)) == ["B", "A"]


def test_of_equals_the_older_comes_first():
    claims = [named("A", 100000, age_days=10), named("B", 100000, age_days=90)]
    assert names(order_of_least_cost(claims, on=ON)) == ["B", "A"]


def test_one_plan_covers_all_and_each_payment_has_its_shares(rules):
    outcome, (shares,) = together(
        [named("A", 198000, age_days=80), named("B", 214500, age_days=40)],
        rules,
        Proposal(amount=100000),
        on=ON,
    )
    assert isinstance(outcome, Offer)
    assert outcome.plan.total == 412500
    assert [part.amount for part in shares.by_claim["A"].schedule] == [100000, 98000]
    assert [part.amount for part in shares.by_claim["B"].schedule] == [2000, 100000, 100000, 12500]


def test_a_stopped_claim_keeps_the_others_from_one_plan_over_all(rules):
    stopped = named("B", 100000, stops=frozenset({Stop.DISPUTED}))
    outcome, shares = together([named("A", 100000), stopped], rules, Proposal(), on=ON)
    assert (outcome, shares) == (Referral(Stop.DISPUTED), ())


def test_interest_that_would_run_on_keeps_a_claim_apart(rules_with):
    claims = [named("A", 100000), named("B", 100000, "8")]
    outcome, _ = together(claims, rules_with(interest="runs"), Proposal(), on=ON)
    assert outcome == Referral(Uncovered.INTEREST_RUNS)
    frozen, _ = together(claims, rules_with(interest="frozen"), Proposal(), on=ON)
    assert isinstance(frozen, Offer)


def test_the_fee_is_the_firsts_and_a_notice_is_where_its_payment_goes_first(rules_with):
    charged = rules_with(fees={"plan": 170, "notice": 50})
    lawful = LawfulFees(plan=17000, notice=5000)
    claims = [
        named("A", 198000, age_days=80, lawful_fees=lawful),
        named("B", 214500, age_days=40, lawful_fees=lawful),
    ]
    _, (shares,) = together(claims, charged, Proposal(amount=100000), on=ON)
    first, second = shares.by_claim["A"], shares.by_claim["B"]
    assert (first.costs.fee, second.costs.fee) == (17000, 0)
    assert (first.costs.notices, second.costs.notices) == (15000, 10000)
    assert (first.total, second.total) == (198000 + 32000, 214500 + 10000)
    dues = [payment.due for payment in shares.plan.schedule]
    assert first.schedule[-1] == Payment(dues[2], 30000)
    assert second.schedule[0] == Payment(dues[2], 70000)


def test_no_fee_is_taken_on_a_claim_that_may_bear_none(rules_with):
    charged = rules_with(fees={"plan": 170})
    claims = [
        named("A", 198000, age_days=80),
        named("B", 214500, age_days=40, lawful_fees=LawfulFees(plan=17000)),
    ]
    outcome, _ = together(claims, charged, Proposal(amount=100000), on=ON)
    assert outcome.plan.costs.fee == 0


@given(st.lists(st.integers(30000, 400000), min_size=1, max_size=4), st.integers(30000, 200000))
def test_the_shares_of_each_claim_sum_to_it_and_those_of_a_day_to_the_payment(balances, amount):
    rules = small_rules("SE")
    claims = [named(str(number), balance) for number, balance in enumerate(balances)]
    _, plans = together(claims, rules, Proposal(amount=amount), on=ON)
    for shares in plans:
        for claim in claims:
            assert shares.by_claim[claim.reference].total == claim.claim.balance
        for payment in shares.plan.schedule:
            parts = [
                p.amount
                for part in shares.by_claim.values()
                for p in part.schedule
                if p.due == payment.due
            ]
            assert sum(parts) == payment.amount
