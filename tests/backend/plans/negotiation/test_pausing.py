from dataclasses import replace
from datetime import date

import pytest

from backend.plans import (
    BrokenRule,
    Claim,
    CounterOffer,
    Offer,
    PauseWish,
    Payment,
    Referral,
    Rhythm,
    Rule,
    RunningPlan,
    Standing,
    Uncovered,
    pause,
)
from tests.backend.plans.schedules import amounts, dues

TODAY = date(2026, 11, 23)
DUES = [date(2026, 11, 30), date(2026, 12, 28), date(2027, 1, 28)]


@pytest.fixture
def plan():
    unpaid = (*(Payment(due, 50000) for due in DUES[:-1]), Payment(DUES[-1], 20000))
    return RunningPlan(50000, Rhythm.MONTHLY, 28, unpaid, paid=3)


@pytest.fixture
def left():
    return Claim(balance=120000, currency="SEK", standing=Standing.PLAN)


@pytest.fixture
def patient(rules_with):
    return rules_with(pause={"at_most_instalments": 1, "within_months": 12})


def test_the_next_instalment_is_skipped_and_paid_at_the_end(left, patient, plan):
    outcome = pause(left, patient, plan, PauseWish(), on=TODAY)
    assert isinstance(outcome, Offer)
    assert dues(outcome.plan) == [date(2026, 12, 28), date(2027, 1, 28), date(2027, 3, 1)]
    assert amounts(outcome.plan) == [50000, 50000, 20000]


def test_a_later_instalment_can_be_skipped(left, patient, plan):
    outcome = pause(left, patient, plan, PauseWish(since=date(2026, 12, 1)), on=TODAY)
    assert dues(outcome.plan) == [date(2026, 11, 30), date(2027, 1, 28), date(2027, 3, 1)]


def test_more_than_the_client_allows_is_countered_with_as_many_as_it_does(left, patient, plan):
    outcome = pause(left, patient, plan, PauseWish(instalments=3), on=TODAY)
    assert isinstance(outcome, CounterOffer)
    assert outcome.broken == (BrokenRule(Rule.PAUSE_AT_MOST, limit=1, wished=3),)


def test_a_pause_within_the_months_counts(left, patient, plan):
    paused = replace(plan, pauses=(date(2026, 6, 28),))
    outcome = pause(left, patient, paused, PauseWish(), on=TODAY)
    assert outcome == Referral(Uncovered.PAUSED_ALREADY)


def test_a_pause_before_the_months_does_not(left, patient, plan):
    paused = replace(plan, pauses=(date(2025, 11, 22),))
    assert isinstance(pause(left, patient, paused, PauseWish(), on=TODAY), Offer)


def test_without_the_clients_word_only_a_person_may_pause(left, rules, plan):
    assert pause(left, rules, plan, PauseWish(), on=TODAY) == Referral(Uncovered.NO_PAUSE)


def test_a_second_pause_leaves_the_first_one_as_it_is(left, rules_with, plan):
    patient = rules_with(pause={"at_most_instalments": 2, "within_months": 12})
    paused = replace(plan, pauses=(date(2027, 1, 28),))
    outcome = pause(left, patient, paused, PauseWish(), on=TODAY)
    assert dues(outcome.plan) == [date(2026, 12, 28), date(2027, 3, 1), date(2027, 3, 30)]
