from dataclasses import replace
from datetime import date, timedelta

import pytest

from backend.plans import (
    BrokenRule,
    Claim,
    CounterOffer,
    Offer,
    Payment,
    Proposal,
    Referral,
    Rhythm,
    Rule,
    RunningPlan,
    Standing,
    Uncovered,
    change,
)
from tests.backend.plans.schedules import amounts, dues

TODAY = date(2026, 11, 23)
DUES = [date(2026, 11, 30), date(2026, 12, 28), date(2027, 1, 28), date(2027, 2, 29 - 1)]
SKIPPED_JANUARY = [date(2026, 12, 28), date(2027, 3, 1), date(2027, 3, 29)]
CHANGE = {"at_most_times": 2, "next_within_days": 14}


@pytest.fixture
def plan():
    return RunningPlan(
        instalment=50000,
        rhythm=Rhythm.MONTHLY,
        pay_day=28,
        unpaid=tuple(Payment(due, 50000) for due in DUES),
        paid=2,
    )


@pytest.fixture
def left():
    return Claim(balance=200000, currency="SEK", standing=Standing.PLAN)


@pytest.fixture
def flexible(rules_with):
    return rules_with(change=CHANGE)


def test_the_next_payment_can_move_and_the_others_stay(left, flexible, plan):
    outcome = change(left, flexible, plan, Proposal(first_date=date(2026, 12, 7)), on=TODAY)
    assert isinstance(outcome, Offer)
    assert dues(outcome.plan)[:3] == [date(2026, 12, 7), date(2026, 12, 28), date(2027, 1, 28)]
    assert amounts(outcome.plan) == [50000] * 4


def test_it_moves_no_further_than_the_client_lets_it(left, flexible, plan):
    outcome = change(left, flexible, plan, Proposal(first_date=date(2026, 12, 21)), on=TODAY)
    assert isinstance(outcome, CounterOffer)
    latest = date(2026, 12, 14)
    assert dues(outcome.plans[0])[0] == latest
    wished = date(2026, 12, 21)
    assert outcome.broken == (BrokenRule(Rule.NEXT_PAYMENT_WITHIN_DAYS, latest, wished),)


def test_another_pay_day_holds_for_all_payments_to_come(left, flexible, plan):
    outcome = change(left, flexible, plan, Proposal(day_of_month=27), on=TODAY)
    assert isinstance(outcome, Offer)
    assert dues(outcome.plan)[:2] == [date(2026, 11, 27), date(2026, 12, 28)]
    assert outcome.plan.pay_day == 27


def test_a_pay_day_that_is_too_far_off_leaves_the_next_payment_where_it_is(left, flexible, plan):
    outcome = change(left, flexible, plan, Proposal(day_of_month=20), on=TODAY)
    assert dues(outcome.plan)[:2] == [date(2026, 11, 30), date(2026, 12, 21)]


def test_a_smaller_instalment_makes_more_of_them(left, flexible, plan):
    outcome = change(left, flexible, plan, Proposal(amount=40000), on=TODAY)
    assert amounts(outcome.plan) == [40000] * 5
    assert dues(outcome.plan)[0] == plan.next_due


def test_what_was_paid_counts_among_the_instalments_allowed(flexible, plan):
    much = Claim(balance=400000, currency="SEK", standing=Standing.PLAN)
    outcome = change(much, flexible, plan, Proposal(amount=35000), on=TODAY)
    assert isinstance(outcome, CounterOffer)
    assert outcome.broken == (BrokenRule(Rule.INSTALMENTS_AT_MOST, limit=10, wished=12),)


def test_a_missed_instalment_may_come_later_and_the_plan_goes_on(left, flexible, plan):
    on = date(2026, 12, 3)
    outcome = change(left, flexible, plan, Proposal(), on=on)
    assert isinstance(outcome, Offer)
    assert dues(outcome.plan)[0] == date(2026, 12, 17)
    assert sum(amounts(outcome.plan)) == left.balance


def test_a_change_is_refused_when_there_were_enough(left, flexible, plan):
    often = replace(plan, changes=2)
    outcome = change(left, flexible, often, Proposal(amount=40000), on=TODAY)
    assert outcome == Referral(Uncovered.CHANGED_ALREADY)


def test_without_the_clients_word_only_a_person_may_change(left, rules, plan):
    outcome = change(left, rules, plan, Proposal(amount=40000), on=TODAY)
    assert outcome == Referral(Uncovered.NO_CHANGE)


def test_a_band_that_asks_for_an_open_claim_is_meant_for_its_plan_too(left, rules_with, plan):
    rules = rules_with(change=CHANGE, when={"status": ["open"]})
    assert isinstance(change(left, rules, plan, Proposal(amount=40000), on=TODAY), Offer)


def test_nothing_is_due_today(left, flexible, plan):
    outcome = change(left, flexible, plan, Proposal(first_date=TODAY), on=TODAY)
    assert dues(outcome.plans[0])[0] > TODAY - timedelta(days=0)


def test_a_month_that_was_skipped_stays_skipped_when_the_plan_is_changed(left, flexible, plan):
    unpaid = (plan.unpaid[0], *(Payment(due, 50000) for due in SKIPPED_JANUARY))
    paused = replace(plan, unpaid=unpaid, pauses=(date(2027, 1, 28),))
    outcome = change(left, flexible, paused, Proposal(day_of_month=27), on=TODAY)
    days = [date(2026, 11, 27), date(2026, 12, 28), date(2027, 3, 1), date(2027, 3, 30)]
    assert dues(outcome.plan) == days


def test_a_skipped_month_that_is_over_changes_nothing(left, flexible, plan):
    paused = replace(plan, pauses=(date(2026, 10, 28),))
    wish = Proposal(amount=40000)
    same = change(left, flexible, plan, wish, on=TODAY)
    assert change(left, flexible, paused, wish, on=TODAY) == same
