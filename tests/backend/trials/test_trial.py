"""Two sets of rules side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.agreements.models import OfferKind
from backend.agreements.replaying import StoredWish, claim_from, outcome_again
from backend.clients import Client, ClientBook
from backend.plans import PlanRules
from backend.settings import Settings
from backend.trials.answer import Answer
from backend.trials.trial import Trial
from tests.backend.trials.stored import BAND, DAY, RUNNING, SE, rules, wish, wishes

BOOK = ClientBook.read(Settings(_env_file=None).clients_folder)
RULES = [
    rules(),
    rules(instalment={"at_least": 500}),
    rules({**BAND, "interest": "runs", "fees": {"plan": 170}}),
    rules({**BAND, "when": {"debtor": "consumer"}}, {**BAND, "when": {"debtor": "business"}}),
    rules(settlement={"at_least_percent": 80, "within_days": 14}),
    rules({**BAND, "when": {"age_days": {"up_to": 300}}}),
]
any_rules = st.sampled_from(RULES)


@given(wishes(), any_rules)
def test_trying_the_rules_that_are_in_force_changes_nothing(made: StoredWish, same: PlanRules):
    again = PlanRules(tuple(band.model_copy(deep=True) for band in same.bands), same.country)
    assert not Trial(same, again).one(made).is_changed


@given(wishes(), any_rules, any_rules)
def test_each_set_of_rules_answers_as_it_would_alone(
    made: StoredWish, before: PlanRules, after: PlanRules
):
    tried = Trial(before, after).one(made)
    claim = claim_from(made.claim, SE, made.asked_on)
    assert tried.before == Answer.of(outcome_again(made, claim, before))
    assert tried.after == Answer.of(outcome_again(made, claim, after))


@given(wishes(), any_rules, any_rules)
def test_the_other_way_round_says_the_opposite(made: StoredWish, one: PlanRules, other: PlanRules):
    there, back = Trial(one, other).one(made), Trial(other, one).one(made)
    assert (there.before, there.after) == (back.after, back.before)


def test_an_offer_that_would_be_countered_says_by_which_rule():
    tried = Trial(rules(), rules(instalment={"at_least": 500})).one(wish(amount=45000))
    assert (tried.before.kind, tried.after.kind) == ("offer", "counter")
    assert tried.after.rules == ("instalment_at_least",)
    assert tried.before.smallest == 45000
    assert tried.after.smallest == 50000


def test_a_fee_is_a_change_though_the_offer_stays_one():
    tried = Trial(rules(), rules(fees={"plan": 170})).one(wish(instalments=6))
    assert (tried.before.kind, tried.after.kind) == ("offer", "offer")
    assert (tried.before.cost, tried.after.cost) == (0, 17000)


def test_a_part_for_all_is_tried_too():
    more = rules(settlement={"at_least_percent": 80, "within_days": 14})
    tried = Trial(rules(), more).one(wish("settlement", amount=400000))
    assert (tried.before.kind, tried.after.kind) == ("referral", "offer")


@pytest.mark.parametrize(
    ("kind", "terms", "change"),
    [
        ("change", {"day_of_month": 27}, {"change": {"at_most_times": 1}}),
        ("pause", {"instalments": 1}, {"pause": {"at_most_instalments": 1}}),
    ],
)
def test_changes_and_pauses_are_tried_on_the_plan_as_it_was(kind: str, terms: dict, change: dict):
    made = wish(kind, RUNNING, {"standing": "plan", "balance": 100000}, **terms)
    tried = Trial(rules(), rules(**change)).one(made)
    assert tried.before.rules == (f"no_{kind}",)
    assert tried.after.kind == "offer"
    assert Trial(rules(**change), rules(**change)).one(made).is_changed is False


def test_what_was_stored_without_its_claim_is_left_out():
    old = StoredWish("SE-1", OfferKind.PLAN, {}, wish().asked_on, {})
    assert list(Trial(rules(), rules()).each([old, wish()]))[0] is None


@pytest.mark.parametrize("client", [client for client in BOOK if client.country == "SE"])
def test_a_clients_own_rules_change_nothing(client: Client):
    same = client.rules_on(DAY)
    assert not Trial(same, same).one(wish(amount=45000)).is_changed
