from dataclasses import replace
from datetime import date

import pytest

from backend.plans import BrokenRule, Deferral, Referral, Rule, Stop, Uncovered, defer


@pytest.fixture
def generous(rules_with):
    return rules_with(deferral={"at_most_days": 30})


def test_a_day_within_the_rules_is_granted(claim, generous, today):
    assert defer(claim, generous, date(2026, 12, 4), on=today) == Deferral(date(2026, 12, 4))


def test_a_day_when_the_banks_are_closed_moves_to_the_next_bank_day(claim, generous, today):
    assert defer(claim, generous, date(2026, 12, 5), on=today) == Deferral(date(2026, 12, 7))


def test_without_a_wish_it_is_put_off_as_far_as_allowed(claim, generous, today):
    assert defer(claim, generous, None, on=today) == Deferral(date(2026, 12, 21))


def test_too_late_a_day_is_answered_with_the_latest(claim, generous, today):
    latest = date(2026, 12, 21)
    assert defer(claim, generous, date(2027, 2, 1), on=today) == Deferral(
        latest, (BrokenRule(Rule.DEFERRAL_AT_MOST_DAYS, latest, date(2027, 2, 1)),)
    )


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 20), date(2026, 11, 21)])
def test_a_day_that_is_not_in_the_future_is_answered_with_the_earliest(claim, generous, today, day):
    earliest = date(2026, 11, 23)
    assert defer(claim, generous, day, on=today) == Deferral(
        earliest, (BrokenRule(Rule.DEFERRAL_NOT_BEFORE, earliest, day),)
    )


def test_a_client_without_a_rule_for_it_refers(claim, rules, today):
    assert defer(claim, rules, None, on=today) == Referral(Uncovered.NO_DEFERRAL)


def test_a_stopped_claim_is_referred(claim, generous, today):
    stopped = replace(claim, stops=frozenset({Stop.DISPUTED}))
    assert defer(stopped, generous, None, on=today) == Referral(Stop.DISPUTED)


def test_too_few_days_to_hold_a_bank_day_are_referred(claim, rules_with, today):
    rules = rules_with(deferral={"at_most_days": 1})
    assert defer(claim, rules, None, on=today) == Referral(Uncovered.NO_BANK_DAY)
