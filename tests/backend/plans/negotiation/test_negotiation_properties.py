"""What holds for every wish, claim and day."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backend.plans import (
    Claim,
    CounterOffer,
    Offer,
    Outcome,
    Plan,
    PlanRules,
    Proposal,
    jurisdiction,
    known_jurisdictions,
    negotiate,
)

AT_LEAST, AT_MOST, WITHIN = 12, 12, 35  # minor units, payments, days: small, so all can be tried
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
WISHED_DAYS = DAYS | st.dates(date(2000, 1, 1), date(2100, 12, 31))
BALANCES = st.integers(1, 3000)


def small_rules(country: str) -> PlanRules:
    land = jurisdiction(country)
    band = {
        "instalment": {"at_least": AT_LEAST / 10**land.minor_digits},
        "instalments": {"at_most": AT_MOST},
        "first_payment": {"within_days": WITHIN},
    }
    return PlanRules.read([band], land)


RULES = st.sampled_from([small_rules(country) for country in known_jurisdictions()])


@st.composite
def proposals(draw: st.DrawFn) -> Proposal:
    def maybe(values: st.SearchStrategy) -> object:
        return draw(st.none() | values)

    return Proposal(
        amount=maybe(st.integers(1, 4000)),
        instalments=maybe(st.integers(1, 40)),
        duration_months=maybe(st.integers(1, 40)),
        end_date=maybe(WISHED_DAYS),
        first_date=maybe(WISHED_DAYS),
        day_of_month=maybe(st.integers(1, 31)),
        rhythm=maybe(st.sampled_from(["monthly", "weekly", "now and then"])),
        down_payment=maybe(st.integers(1, 4000)),
    )


def outcome_of(balance: int, rules: PlanRules, proposal: Proposal, day: date) -> Outcome:
    return negotiate(Claim(balance, rules.currency), rules, proposal, on=day)


def plans_in(outcome: Outcome) -> tuple[Plan, ...]:
    match outcome:
        case Offer(plan):
            return (plan,)
        case CounterOffer(plans):
            return plans
    raise AssertionError(outcome)


@given(BALANCES, RULES, proposals(), DAYS)
def test_every_plan_sums_to_the_balance(balance, rules, proposal, day):
    for plan in plans_in(outcome_of(balance, rules, proposal, day)):
        assert plan.total == balance


@given(BALANCES, RULES, proposals(), DAYS)
def test_the_last_payment_is_never_the_largest_nor_nothing(balance, rules, proposal, day):
    for plan in plans_in(outcome_of(balance, rules, proposal, day)):
        assert 0 < plan.schedule[-1].amount <= plan.instalment


@given(BALANCES, RULES, proposals(), DAYS)
def test_every_plan_is_within_the_rules(balance, rules, proposal, day):
    for plan in plans_in(outcome_of(balance, rules, proposal, day)):
        assert all(payment.amount >= AT_LEAST for payment in plan.schedule[:-1])
        assert plan.instalments <= AT_MOST
        assert day < plan.schedule[0].due <= day + timedelta(days=WITHIN)
        assert plan.rhythm == "monthly"
        assert plan.pay_day in range(1, 29)


@given(BALANCES, RULES, proposals(), DAYS)
def test_due_dates_rise_and_are_bank_days(balance, rules, proposal, day):
    for plan in plans_in(outcome_of(balance, rules, proposal, day)):
        dues = [payment.due for payment in plan.schedule]
        assert all(rules.bank_days.is_open(due) for due in dues)
        assert all(a < b for a, b in pairwise(dues))


@given(BALANCES, RULES, proposals(), DAYS)
def test_a_counter_offer_always_says_why_and_has_up_to_three_plans(balance, rules, proposal, day):
    outcome = outcome_of(balance, rules, proposal, day)
    if isinstance(outcome, CounterOffer):
        assert outcome.broken
        assert 1 <= len(set(outcome.plans)) == len(outcome.plans) <= 3
        names = [broken.rule for broken in outcome.broken]
        assert len(set(names)) == len(names)


@given(BALANCES, RULES, proposals(), DAYS)
def test_the_same_wish_has_the_same_outcome(balance, rules, proposal, day):
    first = outcome_of(balance, rules, proposal, day)
    assert first == outcome_of(balance, rules, proposal, day)


@given(BALANCES, RULES, DAYS, st.integers(1, AT_MOST - 1))
def test_more_instalments_never_raise_the_instalment(balance, rules, day, number):
    fewer = plans_in(outcome_of(balance, rules, Proposal(instalments=number), day))[0]
    more = plans_in(outcome_of(balance, rules, Proposal(instalments=number + 1), day))[0]
    assert more.instalment <= fewer.instalment


@given(BALANCES, RULES, DAYS, st.integers(1, 4000))
def test_an_amount_is_countered_with_the_nearest_of_all_amounts(balance, rules, day, amount):
    plan = plans_in(outcome_of(balance, rules, Proposal(amount=amount), day))[0]
    wished = min(amount, balance)
    nearest = min(abs(instalment - wished) for instalment, _ in allowed_sizes(balance))
    assert abs(plan.instalment - wished) == nearest


@given(BALANCES, RULES, DAYS, st.integers(1, 40))
def test_a_number_is_countered_with_the_nearest_of_all_numbers(balance, rules, day, number):
    plan = plans_in(outcome_of(balance, rules, Proposal(instalments=number), day))[0]
    nearest = min(abs(allowed - number) for _, allowed in allowed_sizes(balance))
    assert abs(plan.instalments - number) == nearest


@given(BALANCES, RULES, DAYS, st.integers(1, 4000), st.integers(1, 40))
def test_no_named_plan_that_is_left_out_is_nearer_than_one_that_is_offered(
    balance, rules, day, amount, number
):
    outcome = outcome_of(balance, rules, Proposal(amount=amount, instalments=number), day)
    if not isinstance(outcome, CounterOffer):
        return
    wished = min(amount, balance)

    def distance(size: tuple[int, int]) -> list[Fraction]:
        of_amount = Fraction(abs(size[0] - wished), wished)
        of_number = Fraction(abs(size[1] - number), number)
        return sorted([of_amount, of_number])

    offered = [(plan.instalment, plan.instalments) for plan in outcome.plans]
    allowed = set(allowed_sizes(balance))
    evenly = {(-(-balance // n), n) for n in range(1, AT_MOST + 1)}
    named = {size for size in allowed if size in evenly or size[0] == wished}
    assert offered == sorted(offered, key=distance)
    for left_out in named - set(offered):
        assert distance(left_out) >= distance(offered[-1])


def allowed_sizes(balance: int) -> Iterator[tuple[int, int]]:
    """Every instalment that the rules allow, with the number of payments that it takes."""
    for instalment in range(1, balance + 1):
        number = -(-balance // instalment)
        if number == 1 or (instalment >= AT_LEAST and number <= AT_MOST):
            yield instalment, number
