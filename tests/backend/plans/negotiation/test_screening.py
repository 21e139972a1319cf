from dataclasses import replace

import pytest

from backend.plans import (
    Debtor,
    PlanRules,
    Proposal,
    Referral,
    Stop,
    Uncovered,
    jurisdiction,
    negotiate,
)


@pytest.mark.parametrize("stop", Stop)
def test_a_stopped_claim_is_referred(claim, rules, today, stop):
    stopped = replace(claim, stops=frozenset({stop}))
    assert negotiate(stopped, rules, Proposal(), on=today) == Referral(stop)


def test_the_gravest_of_several_stops_is_named(claim, rules, today):
    stopped = replace(claim, stops=frozenset({Stop.DISPUTED, Stop.DECEASED}))
    assert negotiate(stopped, rules, Proposal(), on=today) == Referral(Stop.DECEASED)


@pytest.mark.parametrize("balance", [0, -100])
def test_a_claim_with_nothing_left_to_pay_is_referred(claim, rules, today, balance):
    paid = replace(claim, balance=balance)
    assert negotiate(paid, rules, Proposal(), on=today) == Referral(Uncovered.NOTHING_OWED)


def test_a_claim_in_another_currency_is_referred(claim, rules, today):
    foreign = replace(claim, currency="NOK")
    assert negotiate(foreign, rules, Proposal(), on=today) == Referral(Uncovered.OTHER_CURRENCY)


def test_a_claim_that_no_band_is_for_is_referred(claim, rules_with, today):
    rules = rules_with(when={"debtor": "consumer"})
    business = replace(claim, debtor=Debtor.BUSINESS)
    assert negotiate(business, rules, Proposal(), on=today) == Referral(Uncovered.NO_BAND)


def test_a_client_without_rules_refers_everything(claim, today):
    rules = PlanRules.read([], jurisdiction("SE"))
    assert negotiate(claim, rules, Proposal(), on=today) == Referral(Uncovered.NO_BAND)


def test_a_window_without_a_bank_day_is_referred(claim, rules_with, today):
    rules = rules_with(first_payment={"within_days": 1})
    assert negotiate(claim, rules, Proposal(), on=today) == Referral(Uncovered.NO_BANK_DAY)
