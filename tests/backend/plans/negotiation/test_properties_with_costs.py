"""What holds for every wish where plans cost something: fees, notices, daily interest, down payments."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from backend.plans import (
    Claim,
    CounterOffer,
    Entry,
    EntryKind,
    LawfulFees,
    Offer,
    Outcome,
    Parts,
    Plan,
    PlanRules,
    Proposal,
    agreed_interest,
    balance_on,
    jurisdiction,
    negotiate,
)
from backend.plans.ledger.allocation import order_of
from backend.plans.ledger.day_count import DayCount
from tests.backend.plans.negotiation.test_negotiation_properties import DAYS, proposals

COUNTRY = jurisdiction("SE")
AT_LEAST, AT_MOST, WITHIN = 40, 12, 35  # minor units, payments, days: small, so all can be tried
ORDER = ("cost", "fee", "interest", "principal")


@st.composite
def rules(draw: st.DrawFn) -> PlanRules:
    """One band with everything that a plan may cost or have to keep to."""
    band: dict[str, object] = {
        "instalment": {"at_least": AT_LEAST / 100},
        "instalments": {"at_most": AT_MOST},
        "first_payment": {"within_days": WITHIN},
        "rhythm": draw(st.sampled_from([["monthly"], ["monthly", "fortnightly"], ["weekly"]])),
        "interest": draw(st.sampled_from(["frozen", "runs"])),
        "fees": {"plan": draw(st.integers(0, 60)) / 100, "notice": draw(st.integers(0, 9)) / 100},
    }
    if draw(st.booleans()):
        band["duration"] = {"at_most_months": draw(st.integers(1, 9))}
    if draw(st.booleans()):
        band["down_payment"] = {"at_least_percent": draw(st.integers(1, 60))}
    return PlanRules.read([band], COUNTRY)


@st.composite
def claims(draw: st.DrawFn, on: date) -> Claim:
    """A small claim on the day `on`, whose interest runs at a high rate so that it shows."""
    parts = Parts(
        principal=draw(st.integers(1, 3000)),
        interest=draw(st.integers(0, 50)),
        fee=draw(st.integers(0, 80)),
        cost=draw(st.integers(0, 80)),
        paid_first=ORDER,
    )
    rate = draw(st.none() | st.sampled_from(["8", "60", "300"]))
    clock = None if rate is None else agreed_interest(Decimal(rate), on, DayCount.ACT_365F)
    fees = LawfulFees(plan=draw(st.integers(0, 60)), notice=draw(st.integers(0, 9)))
    return Claim(parts.total, "SEK", parts=parts, interest=clock, lawful_fees=fees)


@st.composite
def negotiations(draw: st.DrawFn) -> tuple[date, Claim, PlanRules, Proposal, Outcome]:
    """A wish about a claim, and what the rules answer to it."""
    day = draw(DAYS)
    claim, allowed, wish = draw(claims(day)), draw(rules()), draw(proposals())
    return day, claim, allowed, wish, negotiate(claim, allowed, wish, on=day)


def plans_in(outcome: Outcome) -> tuple[Plan, ...]:
    match outcome:
        case Offer(plan):
            return (plan,)
        case CounterOffer(plans):
            return plans
    raise AssertionError(outcome)


def follows(plan: Plan, claim: Claim, allowed: PlanRules, on: date) -> bool:
    """Whether a plan keeps to every rule of its band; written apart from the negotiation."""
    (band,) = allowed.bands
    first, *rest = plan.schedule
    if len(plan.schedule) == 1:
        return on < first.due <= on + timedelta(days=WITHIN)
    least_down = 0 if band.down_payment is None else band.down_payment.least(claim.balance)
    months = 1000 if band.duration is None else band.duration.at_most_months
    in_time = max(months * plan.rhythm.per_year // 12, 1)
    return (
        plan.instalments <= min(AT_MOST, in_time)
        and all(payment.amount >= AT_LEAST for payment in plan.schedule[:-1])
        and first.amount >= least_down
        and plan.rhythm in band.rhythm
        and on < first.due <= on + timedelta(days=WITHIN)
        and all(allowed.bank_days.is_open(payment.due) for payment in plan.schedule)
        and all(a.due < b.due for a, b in zip(plan.schedule, rest, strict=False))
    )


@given(negotiations())
def test_every_plan_offered_keeps_to_every_rule(made):
    day, claim, allowed, _, outcome = made
    for plan in plans_in(outcome):
        assert follows(plan, claim, allowed, day), plan


@given(negotiations())
def test_every_plan_sums_to_the_balance_and_its_costs(made):
    _, claim, _, _, outcome = made
    for plan in plans_in(outcome):
        assert plan.total == claim.balance + plan.costs.total
        assert min(plan.costs.fee, plan.costs.notices, plan.costs.interest) >= 0


@given(negotiations())
def test_no_plan_costs_more_than_the_law_allows(made):
    _, claim, _, _, outcome = made
    for plan in plans_in(outcome):
        assert plan.costs.fee <= claim.lawful_fees.plan
        assert plan.costs.notices <= claim.lawful_fees.notice * plan.instalments


@given(negotiations())
def test_paying_all_at_once_never_costs_a_fee(made):
    _, _, _, _, outcome = made
    for plan in plans_in(outcome):
        if plan.instalments == 1:
            assert (plan.costs.fee, plan.costs.notices) == (0, 0)


@given(negotiations())
def test_the_last_payment_is_never_the_largest_nor_nothing(made):
    _, _, _, _, outcome = made
    for plan in plans_in(outcome):
        assert 0 < plan.schedule[-1].amount <= plan.instalment


@given(negotiations())
def test_a_plan_that_is_kept_pays_the_ledger_off_to_the_cent(made):
    day, claim, allowed, _, outcome = made
    runs = allowed.bands[0].interest == "runs"
    clock = claim.interest if runs else None
    for plan in plans_in(outcome):
        parts, costs = claim.made_of, plan.costs
        booked = [Entry(day, EntryKind.PRINCIPAL, parts.principal)]
        flat = {
            EntryKind.INTEREST: parts.interest,
            EntryKind.FEE: parts.fee + costs.fee,
            EntryKind.COST: parts.cost,
        }
        booked += [Entry(day, kind, amount) for kind, amount in flat.items() if amount]
        noticed = (
            plan.schedule[-(costs.notices // notice(claim, allowed)) :] if costs.notices else ()
        )
        booked += [Entry(one.due, EntryKind.FEE, notice(claim, allowed)) for one in noticed]
        booked += [Entry(one.due, EntryKind.PAYMENT, -one.amount) for one in plan.schedule]
        still = clock or agreed_interest(Decimal(0), day, DayCount.ACT_365F)
        balance = balance_on(plan.schedule[-1].due, booked, still, order_of(ORDER))
        assert (balance.total, balance.overpaid) == (0, 0)


@given(negotiations())
def test_the_same_wish_has_the_same_outcome(made):
    day, claim, allowed, wish, outcome = made
    assert negotiate(claim, allowed, wish, on=day) == outcome


@given(DAYS, st.data(), st.integers(1, AT_MOST - 1))
def test_more_months_never_raise_the_instalment(day, data, number):
    claim, allowed = data.draw(claims(day)), data.draw(rules())
    wish = [Proposal(instalments=fewer, rhythm="monthly") for fewer in (number, number + 1)]
    fewer, more = [negotiate(claim, allowed, one, on=day) for one in wish]
    assume(isinstance(fewer, Offer) and isinstance(more, Offer))
    assert more.plan.instalment <= fewer.plan.instalment


@given(DAYS, st.data(), st.integers(1, 4000))
def test_no_allowed_instalment_is_nearer_to_a_wished_one_than_the_one_offered(day, data, amount):
    """Checked against every instalment that there is, one minor unit after the other."""
    claim, allowed = data.draw(claims(day)), data.draw(rules())
    assume(allowed.bands[0].down_payment is None and claim.balance <= 1500)
    (plan, *_) = plans_in(negotiate(claim, allowed, Proposal(amount=amount), on=day))
    single = plans_in(negotiate(claim, allowed, Proposal(instalments=1), on=day))[0].total
    wished = min(amount, single)
    distance = abs(plan.instalment - wished)
    for near in range(max(wished - distance + 1, 1), min(wished + distance, single + 1)):
        nearer = plans_in(negotiate(claim, allowed, Proposal(amount=near), on=day))[0]
        assert nearer.instalment != near, f"{near} is allowed, and nearer to {wished}"


@given(DAYS, st.data(), st.integers(1, 40))
def test_no_allowed_number_is_nearer_to_a_wished_one_than_the_one_offered(day, data, number):
    claim, allowed = data.draw(claims(day)), data.draw(rules())
    assume(allowed.bands[0].down_payment is None)
    (plan, *_) = plans_in(negotiate(claim, allowed, Proposal(instalments=number), on=day))
    distance = Fraction(abs(plan.instalments - number))
    for near in range(1, AT_MOST + 1):
        found = negotiate(claim, allowed, Proposal(instalments=near), on=day)
        if isinstance(found, Offer):
            assert abs(near - number) >= distance


def notice(claim: Claim, allowed: PlanRules) -> int:
    return min(allowed.bands[0].fees.notice, claim.lawful_fees.notice)
