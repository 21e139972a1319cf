"""The client and claim of the demo day: 4 860 kronor, at least 300 each, at most 12 payments."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from backend.plans import (
    Claim,
    CounterOffer,
    Offer,
    Plan,
    PlanRules,
    Proposal,
    jurisdiction,
    negotiate,
)

BAND: dict[str, Any] = {
    "instalment": {"at_least": 300},
    "instalments": {"at_most": 12},
    "first_payment": {"within_days": 35},
}


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 21)


@pytest.fixture(scope="session")
def claim() -> Claim:
    return Claim(balance=486000, currency="SEK")


@pytest.fixture(scope="session")
def rules_with() -> Callable[..., PlanRules]:
    """Makes the rules of one band: the usual one, with the given sections in place of its own."""

    def make(country: str = "SE", **sections: Any) -> PlanRules:
        return PlanRules.read([BAND | sections], jurisdiction(country))

    return make


@pytest.fixture(scope="session")
def rules(rules_with: Callable[..., PlanRules]) -> PlanRules:
    return rules_with()


@pytest.fixture
def offered(claim: Claim, rules: PlanRules, today: date) -> Callable[..., Plan]:
    """The plan that is offered for wished terms that are within the rules."""

    def plan(**terms: Any) -> Plan:
        outcome = negotiate(claim, rules, Proposal(**terms), on=today)
        assert isinstance(outcome, Offer), outcome
        return outcome.plan

    return plan


@pytest.fixture
def countered(claim: Claim, rules: PlanRules, today: date) -> Callable[..., CounterOffer]:
    """The counter-offer to wished terms that are not."""

    def counter(**terms: Any) -> CounterOffer:
        outcome = negotiate(claim, rules, Proposal(**terms), on=today)
        assert isinstance(outcome, CounterOffer), outcome
        return outcome

    return counter
