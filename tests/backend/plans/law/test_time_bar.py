from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.plans import (
    AgreementKind,
    ClaimKind,
    DatedClaim,
    Debtor,
    Interruption,
    effect_of_agreement,
    jurisdiction,
    known_jurisdictions,
    perhaps_time_barred,
    time_barred_from,
)
from backend.plans.law.limitation import InterruptingStep

DUE = date(2022, 5, 15)
STEP = date(2024, 3, 1)


def barred(country, kind, *steps, due=DUE, arose=None, debtor=Debtor.CONSUMER):
    interruptions = [Interruption(step, on) for step, on in steps]
    claim = DatedClaim(kind, debtor, due, arose)
    return time_barred_from(jurisdiction(country), claim, interruptions).isoformat()


def with_limitation(country, **changed):
    law = country.limitation.model_copy(update=changed)
    return country.model_copy(update={"limitation": law})


@pytest.mark.parametrize(
    ("country", "kind", "day"),
    [
        # preskriptionslagen (1981:130) s. 2: three years, ten for notes; a title ten
        ("SE", "purchase", "2025-05-15"),
        ("SE", "loan", "2032-05-15"),
        ("SE", "title", "2032-05-15"),
        # foreldelsesloven (18.5.1979 nr 18) ss. 2, 5 and 21
        ("NO", "purchase", "2025-05-15"),
        ("NO", "loan", "2032-05-15"),
        ("NO", "title", "2032-05-15"),
        # forældelsesloven (2007) ss. 3 and 5
        ("DK", "purchase", "2025-05-15"),
        ("DK", "loan", "2032-05-15"),
        ("DK", "title", "2032-05-15"),
        # laki velan vanhentumisesta 728/2003 ss. 4 and 13
        ("FI", "purchase", "2025-05-15"),
        ("FI", "loan", "2025-05-15"),
        ("FI", "title", "2027-05-15"),
        # lög um fyrningu kröfuréttinda nr. 150/2007 ss. 3, 5 and 6
        ("IS", "purchase", "2026-05-15"),
        ("IS", "loan", "2032-05-15"),
        ("IS", "title", "2032-05-15"),
    ],
)
def test_a_claim_that_nothing_interrupted_is_too_old_after_its_period(country, kind, day):
    assert barred(country, kind) == day


@pytest.mark.parametrize(
    ("country", "kind", "day"),
    [
        # preskriptionslagen (1981:130) s. 2: three years are for what consumers buy
        ("SE", "purchase", "2032-05-15"),
        ("SE", "loan", "2032-05-15"),
        # foreldelsesloven s. 2: the period is everybody's
        ("NO", "purchase", "2025-05-15"),
        # forældelsesloven s. 3
        ("DK", "purchase", "2025-05-15"),
        # laki velan vanhentumisesta 728/2003 ss. 4 and 13
        ("FI", "purchase", "2025-05-15"),
        ("FI", "title", "2027-05-15"),
        # lög um fyrningu kröfuréttinda nr. 150/2007 s. 3
        ("IS", "purchase", "2026-05-15"),
    ],
)
def test_a_claim_on_a_business_has_a_period_of_its_own_where_the_act_says_so(country, kind, day):
    assert barred(country, kind, debtor=Debtor.BUSINESS) == day


def test_a_step_starts_the_period_of_a_business_anew_at_its_own_length():
    # preskriptionslagen ss. 5 and 6
    assert barred("SE", "purchase", ("reminder", STEP), debtor=Debtor.BUSINESS) == "2034-03-01"
    assert barred("SE", "purchase", ("plan", STEP), debtor=Debtor.BUSINESS) == "2034-03-01"


UNTOUCHED = {"SE": "2025-05-15", "NO": "2025-05-15", "DK": "2025-05-15"}
UNTOUCHED |= {"FI": "2025-05-15", "IS": "2026-05-15"}


@pytest.mark.parametrize(
    ("country", "step", "day"),
    [
        # preskriptionslagen s. 5: a written demand, a promise, a payment, a legal step
        ("SE", "reminder", "2027-03-01"),
        ("SE", "acknowledgement", "2027-03-01"),
        ("SE", "payment", "2027-03-01"),
        ("SE", "legal_step", "2027-03-01"),
        ("SE", "plan", "2027-03-01"),
        # foreldelsesloven ss. 14 and 15: the list is exhaustive
        ("NO", "reminder", UNTOUCHED["NO"]),
        ("NO", "acknowledgement", "2027-03-01"),
        ("NO", "payment", "2027-03-01"),
        ("NO", "legal_step", "2027-03-01"),
        ("NO", "plan", "2027-03-01"),
        # forældelsesloven ss. 15 and 16; a frivilligt forlig: s. 5 no. 3, ten years
        ("DK", "reminder", UNTOUCHED["DK"]),
        ("DK", "acknowledgement", "2027-03-01"),
        ("DK", "payment", UNTOUCHED["DK"]),
        ("DK", "legal_step", "2027-03-01"),
        ("DK", "plan", "2034-03-01"),
        # laki velan vanhentumisesta ss. 10 and 11: also a free-form reminder
        ("FI", "reminder", "2027-03-01"),
        ("FI", "acknowledgement", "2027-03-01"),
        ("FI", "payment", "2027-03-01"),
        ("FI", "legal_step", "2027-03-01"),
        ("FI", "plan", "2027-03-01"),
        # lög nr. 150/2007 ss. 14 to 16
        ("IS", "reminder", UNTOUCHED["IS"]),
        ("IS", "acknowledgement", "2028-03-01"),
        ("IS", "payment", "2028-03-01"),
        ("IS", "legal_step", "2028-03-01"),
        ("IS", "plan", "2028-03-01"),
        # a promise to pay later: preskriptionslagen s. 5 no. 1, foreldelsesloven s. 14,
        # forældelsesloven s. 15, 728/2003 s. 10, lög nr. 150/2007 s. 14
        ("SE", "deferral", "2027-03-01"),
        ("NO", "deferral", "2027-03-01"),
        ("DK", "deferral", "2027-03-01"),
        ("FI", "deferral", "2027-03-01"),
        ("IS", "deferral", "2028-03-01"),
    ],
)
def test_a_step_starts_the_period_of_a_consumer_claim_anew_where_the_act_says_so(
    country, step, day
):
    assert barred(country, "purchase", (step, STEP)) == day


def test_the_last_of_several_steps_counts_in_whatever_order_they_are_told():
    steps = [("reminder", date(2026, 2, 1)), ("payment", date(2023, 8, 1)), ("reminder", STEP)]
    assert barred("SE", "purchase", *steps) == "2029-02-01"


def test_a_step_after_the_time_ran_out_does_not_bring_the_claim_back():
    assert barred("SE", "purchase", ("reminder", date(2025, 5, 15))) == "2025-05-15"
    assert barred("SE", "purchase", ("reminder", date(2025, 5, 14))) == "2028-05-14"


def test_a_step_never_shortens_the_time():
    steps = [("plan", STEP), ("acknowledgement", date(2025, 1, 1))]
    assert barred("DK", "purchase", *steps) == "2034-03-01"


def test_a_period_that_runs_from_the_day_the_claim_arose_ends_before_the_due_date_says():
    # preskriptionslagen s. 2: efter tillkomsten; forældelsesloven s. 2: from the due date
    assert barred("SE", "purchase", arose=date(2022, 4, 15)) == "2025-04-15"
    assert barred("DK", "purchase", arose=date(2022, 4, 15)) == "2025-05-15"


def test_nothing_helps_past_the_final_period():
    # laki velan vanhentumisesta 728/2003 s. 13 a: 20 years from the due date
    due = date(2005, 6, 1)
    yearly = [("reminder", date(year, 6, 1)) for year in range(2006, 2027)]
    assert barred("FI", "purchase", *yearly, due=due) == "2025-06-01"
    # it is for private persons only
    assert barred("FI", "purchase", *yearly, due=due, debtor=Debtor.BUSINESS) == "2029-06-01"
    # preskriptionslagen has none: it is renewed without end
    assert barred("SE", "purchase", *yearly, due=due) == "2029-06-01"


def test_a_decision_of_a_court_starts_the_period_of_a_title():
    # ulosottokaari and 728/2003 s. 13: five years after the decision
    steps = [("reminder", date(2024, 1, 1)), ("legal_step", date(2025, 4, 10))]
    assert barred("FI", "title", *steps) == "2030-04-10"


def test_a_leap_day_ends_on_the_day_before_march():
    assert barred("SE", "purchase", due=date(2024, 2, 29)) == "2027-02-28"


@pytest.mark.parametrize(("day", "too_old"), [("2025-05-14", False), ("2025-05-15", True)])
def test_a_claim_may_be_too_old_from_that_day_on(day, too_old):
    claim = DatedClaim("purchase", Debtor.CONSUMER, DUE)
    found = perhaps_time_barred(jurisdiction("SE"), claim, [], date.fromisoformat(day))
    assert found is too_old


def test_a_claim_whose_period_nobody_knows_may_be_too_old_on_every_day():
    sweden = jurisdiction("SE")
    rows = [
        row.model_copy(update={"years": None}) if row.debtor is Debtor.BUSINESS else row
        for row in sweden.limitation.periods
    ]
    country = with_limitation(sweden, periods=tuple(rows))
    claim = DatedClaim("purchase", Debtor.BUSINESS, DUE)
    assert time_barred_from(country, claim) is None
    assert perhaps_time_barred(country, claim, [], DUE)
    assert effect_of_agreement(country, claim, "plan", STEP) is None
    consumers = DatedClaim("purchase", Debtor.CONSUMER, DUE)
    assert not perhaps_time_barred(country, consumers, [], DUE)


@pytest.mark.parametrize(
    ("country", "kind", "debtor", "until", "years", "longer"),
    [
        ("SE", "purchase", "consumer", "2029-11-21", 3, False),  # preskriptionslagen ss. 5 and 6
        ("SE", "purchase", "business", "2036-11-21", 10, False),  # the same, and s. 2
        ("NO", "purchase", "consumer", "2029-11-21", 3, False),  # foreldelsesloven s. 14
        ("NO", "purchase", "business", "2029-11-21", 3, False),
        ("DK", "purchase", "consumer", "2036-11-21", 10, True),  # forældelsesloven s. 5 no. 3
        ("DK", "purchase", "business", "2036-11-21", 10, True),
        ("DK", "loan", "consumer", "2036-11-21", 10, False),
        ("FI", "purchase", "consumer", "2029-11-21", 3, False),  # 728/2003 s. 10
        ("FI", "title", "consumer", "2031-11-21", 5, False),
        ("IS", "purchase", "consumer", "2030-11-21", 4, False),  # lög nr. 150/2007 s. 14
        ("IS", "purchase", "business", "2030-11-21", 4, False),
    ],
)
@pytest.mark.parametrize("agreement", ["plan", "settlement", "change", "pause"])
def test_a_yes_starts_a_period_that_may_be_longer_than_the_claims_own(
    country, kind, debtor, agreement, until, years, longer
):
    claim = DatedClaim(kind, Debtor(debtor), date(2026, 5, 31))
    renewal = effect_of_agreement(jurisdiction(country), claim, agreement, date(2026, 11, 21))
    assert (renewal.until.isoformat(), renewal.years, renewal.longer) == (until, years, longer)
    assert renewal.row.confidence == "verified"
    assert renewal.perhaps is None


@pytest.mark.parametrize(
    ("country", "years", "perhaps"),
    # forældelsesloven s. 5 no. 3: ten years where the debt and its sum are acknowledged in writing
    [("SE", 3, None), ("NO", 3, None), ("DK", 3, 10), ("FI", 3, None), ("IS", 4, None)],
)
def test_a_yes_to_more_time_acknowledges_the_claim(country, years, perhaps):
    claim = DatedClaim("purchase", Debtor.CONSUMER, DUE)
    renewal = effect_of_agreement(jurisdiction(country), claim, "deferral", STEP)
    assert (renewal.years, renewal.longer, renewal.perhaps) == (years, False, perhaps)


def test_what_may_be_no_longer_than_the_claims_own_period_is_not_told():
    note = DatedClaim("loan", Debtor.CONSUMER, DUE)
    assert effect_of_agreement(jurisdiction("DK"), note, "deferral", STEP).perhaps is None


def test_a_yes_renews_no_further_than_the_final_period():
    claim = DatedClaim("purchase", Debtor.CONSUMER, date(2008, 1, 31))
    renewal = effect_of_agreement(jurisdiction("FI"), claim, "plan", date(2026, 11, 21))
    assert renewal.until == date(2028, 1, 31)


def test_where_a_yes_does_nothing_there_is_nothing_to_say():
    sweden = jurisdiction("SE")
    rows = [row.model_copy(update={"renews": False}) for row in sweden.limitation.agreements]
    country = with_limitation(sweden, agreements=tuple(rows))
    claim = DatedClaim("purchase", Debtor.CONSUMER, DUE)
    assert effect_of_agreement(country, claim, "plan", STEP) is None
    untouched = time_barred_from(country, claim)
    assert time_barred_from(country, claim, [Interruption("plan", STEP)]) == untouched


@given(
    country=st.sampled_from(known_jurisdictions()),
    kind=st.sampled_from(get_args(ClaimKind)),
    debtor=st.sampled_from(Debtor),
    steps=st.lists(
        st.tuples(
            st.sampled_from([*get_args(InterruptingStep), *get_args(AgreementKind)]),
            st.integers(0, 9000),
        ),
        max_size=6,
    ),
)
def test_a_further_step_never_makes_a_claim_too_old_earlier(country, kind, debtor, steps):
    due = date(2003, 1, 1)
    claim = DatedClaim(kind, debtor, due)
    interruptions = [Interruption(step, due + timedelta(days=days)) for step, days in steps]
    law = jurisdiction(country)
    found = [time_barred_from(law, claim, interruptions[:n]) for n in range(len(steps) + 1)]
    assert found == sorted(found)


@pytest.mark.parametrize("code", known_jurisdictions())
def test_a_plan_may_be_as_long_as_the_period_of_a_consumer_claim(code):
    country = jurisdiction(code)
    (months,) = [row.at_most for row in country.plan_bounds if row.bound == "plan_months"]
    assert months == 12 * country.limitation.years("purchase", Debtor.CONSUMER)
