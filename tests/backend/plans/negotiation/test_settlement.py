from datetime import date

import pytest

from backend.plans import (
    BrokenRule,
    CounterOffer,
    Offer,
    Referral,
    Rule,
    SettlementWish,
    Uncovered,
    settle,
)

SETTLEMENT = {"at_least_percent": 80, "within_days": 10}


@pytest.fixture
def generous(rules_with):
    return rules_with(settlement=SETTLEMENT)


def test_a_part_that_is_large_enough_is_taken_for_all(claim, generous, today):
    outcome = settle(claim, generous, SettlementWish(amount=400000), on=today)
    assert isinstance(outcome, Offer)
    assert outcome.plan.total == 400000
    assert outcome.plan.forgiven == 86000


def test_it_is_due_on_a_bank_day_within_the_days_that_the_client_gives(claim, generous, today):
    outcome = settle(claim, generous, SettlementWish(amount=400000), on=today)
    assert [payment.due for payment in outcome.plan.schedule] == [date(2026, 12, 1)]


def test_too_small_a_part_is_countered_with_the_least_that_is_taken(claim, generous, today):
    outcome = settle(claim, generous, SettlementWish(amount=300000), on=today)
    assert isinstance(outcome, CounterOffer)
    assert outcome.plans[0].total == 388800
    assert outcome.broken == (BrokenRule(Rule.SETTLEMENT_AT_LEAST, 388800, 300000),)


def test_without_an_amount_the_least_that_is_taken_is_offered(claim, generous, today):
    assert settle(claim, generous, SettlementWish(), on=today).plan.total == 388800


def test_a_day_that_is_too_late_is_countered_with_the_latest(claim, generous, today):
    outcome = settle(claim, generous, SettlementWish(400000, by=date(2026, 12, 24)), on=today)
    assert outcome.broken == (
        BrokenRule(Rule.SETTLEMENT_WITHIN_DAYS, date(2026, 12, 1), date(2026, 12, 24)),
    )


def test_more_than_the_balance_is_the_balance(claim, generous, today):
    plan = settle(claim, generous, SettlementWish(amount=10**7), on=today).plan
    assert (plan.total, plan.forgiven) == (claim.balance, 0)


def test_without_the_clients_word_only_a_person_may_settle(claim, rules, today):
    outcome = settle(claim, rules, SettlementWish(amount=400000), on=today)
    assert outcome == Referral(Uncovered.NO_SETTLEMENT)
