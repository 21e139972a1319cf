"""What was wished once is answered again as it was."""

from datetime import date
from decimal import Decimal

import pytest

from backend.agreements.replaying import (
    NotReplayable,
    StoredWish,
    claim_from,
    outcome_again,
    running_of,
)
from backend.plans import (
    Debtor,
    Offer,
    Parts,
    Payment,
    Standing,
    Stop,
    agreed_interest,
    jurisdiction,
    statutory_interest,
)
from backend.plans.claim import LawfulFees
from tests.backend.trials.stored import CLAIM, DAY, RUNNING, SE, rules, wish


def test_the_claim_is_what_was_stored():
    stored = {
        **CLAIM,
        "debtor": "business",
        "stops": ["disputed", "minor"],
        "broken_plans": 2,
        "standing": "plan_broken",
    }
    claim = claim_from(stored, SE, DAY)
    assert (claim.balance, claim.currency, claim.debtor) == (486000, "SEK", Debtor.BUSINESS)
    assert claim.stops == {Stop.DISPUTED, Stop.MINOR}
    assert (claim.broken_plans, claim.standing, claim.age_days) == (2, Standing.PLAN_BROKEN, 120)
    assert claim.parts == Parts(400000, 50000, 36000, 0)
    assert claim.lawful_fees == LawfulFees(plan=17000)
    assert claim.interest is None


@pytest.mark.parametrize(
    ("stored", "clock"),
    [
        (
            {"basis": "agreed", "rate": 12.5},
            agreed_interest(Decimal("12.5"), DAY, SE.interest.day_count.used),
        ),
        (
            {"basis": "statutory", "rate": None},
            statutory_interest(jurisdiction("SE"), Debtor.CONSUMER, DAY),
        ),
        ({"basis": "none", "rate": None}, None),
    ],
)
def test_interest_runs_on_from_the_day_of_the_wish(stored: dict, clock: object):
    assert claim_from({**CLAIM, "interest": stored}, SE, DAY).interest == clock


def test_terms_are_read_as_they_were_stored():
    made = wish(amount=50000, first_date="2026-12-04", day_of_month=4)
    outcome = outcome_again(made, claim_from(made.claim, SE, DAY), rules())
    assert isinstance(outcome, Offer)
    assert outcome.plan.schedule[0] == Payment(date(2026, 12, 4), 50000)


def test_the_plan_that_was_to_be_changed_is_what_was_stored():
    running = running_of(wish("pause", {**RUNNING, "pauses": ["2026-10-25"]}))
    assert running.next_due == date(2026, 11, 25)
    assert running.pauses == (date(2026, 10, 25),)
    assert (running.instalment, running.paid, running.pay_day) == (50000, 3, 25)


@pytest.mark.parametrize(
    "made",
    [wish("pause"), wish("change")],
    ids=["a pause without its plan", "a change without its plan"],
)
def test_what_cannot_be_answered_again_says_so(made: StoredWish):
    with pytest.raises(NotReplayable):
        outcome_again(
            made, claim_from(made.claim, SE, DAY), rules(pause={"at_most_instalments": 1})
        )


def test_a_wish_that_was_stored_without_its_claim_is_not_answered_again():
    with pytest.raises(NotReplayable, match="without its claim"):
        claim_from({}, SE, DAY)
