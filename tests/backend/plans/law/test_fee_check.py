from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.plans import (
    BookedFee,
    Ceiling,
    Debtor,
    FeeFacts,
    FeeRefusal,
    FeeRule,
    FeeWish,
    check_fee,
    jurisdiction,
)

DUE = date(2026, 1, 15)


def on(days):
    """So many days after the due date."""
    return DUE + timedelta(days=days)


def check(country, measure, amount, days, booked=(), **said):
    """What is said to a fee of `amount` (minor units), so many days after the due date."""
    facts = {
        key: said.pop(key) for key in ("principal", "debtor", "directly_enforceable") if key in said
    }
    wish = FeeWish(measure, amount, on(days), **said)
    fees = [BookedFee(name, sum_, on(day), *vat) for name, sum_, day, *vat in booked]
    return check_fee(
        jurisdiction(country), wish, fees, FeeFacts(**{"principal": 1000_00, "due": DUE} | facts)
    )


def refusal(*args, **said):
    found = check(*args, **said)
    assert isinstance(found, FeeRefusal), found
    return found.rule.value, found.limit, found.wished


def allowed(*args, **said):
    return isinstance(check(*args, **said), Ceiling)


def test_a_fee_within_the_law_comes_with_its_ceiling_and_source():
    found = check("SE", "collection_demand", 180_00, 1)
    assert found.at_most == 180_00
    assert "Lag (1981:739)" in found.row.source


def test_a_measure_that_the_country_does_not_have_is_refused():
    assert refusal("SE", "postage", 1_00, 20) == ("unknown_measure", None, None)
    assert refusal("FI", "max_total", 1_00, 20) == ("unknown_measure", None, None)


@pytest.mark.parametrize(
    ("country", "measure"),
    [
        ("SE", "per_instalment_notice"),
        ("NO", "instalment_plan"),
        ("DK", "instalment_plan"),
        ("DK", "own_collection"),
        ("IS", "legal_collection"),
    ],
)
def test_a_fee_whose_ceiling_nobody_knows_is_refused(country, measure):
    assert refusal(country, measure, 1, 60) == ("ceiling_unknown", None, None)


def test_a_fee_before_the_first_day_of_its_ceiling_is_refused():
    wish = FeeWish("collection_demand", 180_00, date(2013, 3, 15))
    found = check_fee(jurisdiction("SE"), wish, [], FeeFacts(1000_00, date(2013, 1, 1)))
    assert found == FeeRefusal(FeeRule.CEILING_UNKNOWN, None)


def test_what_a_business_pays_is_not_charged_to_a_consumer():
    rule, *_ = refusal("SE", "b2b_late_compensation", 450_00, 1)
    assert rule == "not_for_this_debtor"
    assert allowed("SE", "b2b_late_compensation", 450_00, 1, debtor=Debtor.BUSINESS)


def test_a_ceiling_for_consumers_says_nothing_of_a_business():
    rule, *_ = refusal("FI", "reminder", 5_00, 14, debtor=Debtor.BUSINESS)
    assert rule == "not_for_this_debtor"


def test_a_reminder_has_to_be_agreed_before_the_debt_arose():
    # lag (1981:739) s. 2
    assert refusal("SE", "reminder", 60_00, 1) == ("not_agreed", None, None)
    assert allowed("SE", "reminder", 60_00, 1, agreed=True)


@pytest.mark.parametrize(
    ("country", "measure", "amount", "booked", "first"),
    [
        ("NO", "reminder", 37_50, [], 14),  # inkassoforskriften s. 1-2: 14 days after the due date
        ("NO", "inkassovarsel", 37_50, [], 14),
        # inkassoforskriften s. 2-3: from day 43 after the payment demand was sent
        ("NO", "agency_fee_heavy", 240_00, [("agency_fee_light", 262_50, 30)], 73),
        ("DK", "reminder", 100_00, [("reminder", 100_00, 3)], 13),  # renteloven s. 9 b: 10 days
        ("FI", "reminder", 5_00, [], 14),  # 513/1999: 14 days after the due date
        ("FI", "reminder", 5_00, [("reminder", 5_00, 14)], 28),  # and after the first
        ("FI", "payment_demand_first", 24_00, [("reminder", 5_00, 14)], 28),
        ("FI", "payment_demand_first", 24_00, [("reminder", 0, 20)], 34),  # also one for free
        ("FI", "payment_demand_second", 12_00, [("payment_demand_first", 24_00, 28)], 42),
        ("IS", "collection_letter", 1_300, [("warning", 950, 5)], 16),  # 10 days to pay, s. 3
    ],
)
def test_a_fee_that_comes_too_early_is_refused_with_the_first_day(
    country, measure, amount, booked, first
):
    principal = 2_500 if country == "IS" else 1000_00
    early = refusal(country, measure, amount, first - 1, booked, principal=principal)
    assert early == ("too_early", on(first), on(first - 1))
    assert allowed(country, measure, amount, first, booked, principal=principal)


def test_the_first_day_is_the_latest_of_several():
    # 513/1999: 14 days after the due date and 14 after the last reminder
    assert refusal("FI", "reminder", 5_00, 10, [("reminder", 0, 7)])[1] == on(21)
    # 14 days after the reminder, but no second demand without a first
    assert refusal("FI", "payment_demand_second", 5_00, 20, [("reminder", 0, 7)])[1] is None


@pytest.mark.parametrize(
    ("country", "measure"),
    [
        ("NO", "agency_fee_heavy"),
        ("FI", "payment_demand_second"),
        ("IS", "collection_letter"),
        ("IS", "phone_call"),
    ],
)
def test_a_fee_for_a_measure_that_needs_an_earlier_one_is_refused_without_it(country, measure):
    assert refusal(country, measure, 1, 100) == ("too_early", None, on(100))


def test_the_reason_of_a_fee_that_is_too_early_has_its_source():
    assert check("FI", "reminder", 5_00, 3).fact.source.startswith("kkv.fi")


def test_there_is_no_first_day_where_the_act_has_none():
    # lag (1981:739) knows none
    assert allowed("SE", "collection_demand", 180_00, 1)


@pytest.mark.parametrize(
    ("country", "measure", "amount", "booked", "most"),
    [
        # inkassoforskriften: two reminders, or a reminder and an inkassovarsel
        ("NO", "reminder", 37_50, [("reminder", 37_50, 14), ("reminder", 37_50, 28)], 2),
        ("NO", "inkassovarsel", 37_50, [("reminder", 37_50, 14), ("reminder", 37_50, 28)], 2),
        ("NO", "reminder", 37_50, [("inkassovarsel", 37_50, 14), ("reminder", 37_50, 28)], 2),
        # renteloven s. 9 b: three reminders
        ("DK", "reminder", 100_00, [("reminder", 100_00, day) for day in (1, 11, 21)], 3),
        ("DK", "collection_handover", 100_00, [("collection_handover", 100_00, 30)], 1),
        # reglugerð nr. 37/2009 s. 6: a letter and two repeats, one call
        (
            "IS",
            "collection_letter",
            1_300,
            [("warning", 950, 1), *(("collection_letter", 1_300, day) for day in (20, 30, 40))],
            3,
        ),
        ("IS", "phone_call", 550, [("warning", 950, 1), ("phone_call", 550, 20)], 1),
        ("IS", "warning", 950, [("warning", 950, 1)], 1),
    ],
)
def test_one_fee_too_many_is_refused(country, measure, amount, booked, most):
    principal = 2_500 if country == "IS" else 1000_00
    found = refusal(country, measure, amount, 60, booked, principal=principal)
    assert found == ("too_many", most, most + 1)
    assert allowed(country, measure, amount, 60, booked[:-1], principal=principal)


def test_reminders_for_free_are_not_counted():
    free = [("reminder", 0, 14), ("reminder", 0, 20), ("inkassovarsel", 0, 26)]
    assert allowed("NO", "reminder", 37_50, 40, free)


@pytest.mark.parametrize(
    ("country", "measure", "ceiling"),
    [
        ("SE", "collection_demand", 180_00),
        ("SE", "instalment_plan", 170_00),
        ("NO", "agency_fee_light", 262_50),
        ("DK", "reminder", 100_00),
        ("DK", "external_collection", 400_00),
        ("FI", "payment_demand_first", 24_00),
    ],
)
def test_a_fee_above_the_ceiling_is_refused(country, measure, ceiling):
    assert allowed(country, measure, ceiling, 60)
    assert refusal(country, measure, ceiling + 1, 60) == ("above_ceiling", ceiling, ceiling + 1)


def test_a_measure_that_the_act_does_not_name_costs_nothing():
    # lag (1981:739) s. 5
    assert refusal("SE", "other_measures", 1, 20) == ("above_ceiling", 0, 1)


def test_the_heavy_fee_takes_the_place_of_the_light_one():
    # inkassoforskriften s. 2-3: doubled, 525 in all for a principal of 1 000
    light = [("agency_fee_light", 262_50, 30)]
    assert allowed("NO", "agency_fee_heavy", 262_50, 80, light)
    found = refusal("NO", "agency_fee_heavy", 525_00, 80, light)
    assert found == ("above_ceiling", 262_50, 525_00)
    heavy = [*light, ("agency_fee_heavy", 262_50, 80)]
    assert refusal("NO", "agency_fee_light", 1, 90, heavy) == ("above_ceiling", 0, 1)


def test_vat_comes_on_top_where_the_ceiling_is_without_it():
    # reglugerð nr. 37/2009 s. 6: 950 without VAT of 24 %, which is 228
    assert allowed("IS", "warning", 950 + 228, 1, vat=228)
    assert refusal("IS", "warning", 950 + 228, 1) == ("above_ceiling", 950, 950 + 228)


def test_more_vat_than_its_rate_is_a_part_of_the_fee():
    # Of 1 178 the part without VAT would be 800, on which 24 % is 192: 108 too much
    assert refusal("IS", "warning", 1_178, 1, vat=378) == ("above_ceiling", 950, 986)


def test_vat_is_within_a_ceiling_that_includes_it():
    # renteloven s. 9 b: 100 with VAT
    assert refusal("DK", "reminder", 125_00, 1, vat=25_00) == ("above_ceiling", 100_00, 125_00)


def test_the_fees_together_keep_below_the_total():
    # laki saatavien perinnästä 513/1999 s. 10 c: 60 for a principal up to 100
    spent = [
        ("reminder", 5_00, 14),
        ("reminder", 5_00, 28),
        ("payment_demand_first", 14_00, 42),
        ("payment_demand_second", 7_00, 56),
        ("instalment_plan", 20_00, 60),
        ("extension_of_time", 5_00, 80),
    ]  # 56 in all
    assert allowed("FI", "extension_of_time", 4_00, 100, spent, principal=100_00)
    found = refusal("FI", "extension_of_time", 5_00, 100, spent, principal=100_00)
    assert found == ("above_total", 4_00, 5_00)
    # 51 where the debt is directly enforceable
    found = refusal(
        "FI", "extension_of_time", 1_00, 100, spent, principal=100_00, directly_enforceable=True
    )
    assert found == ("above_total", 0, 1_00)


def test_the_gravest_reason_is_named_first():
    # not agreed, and above the ceiling
    assert refusal("SE", "reminder", 100_00, 1)[0] == "not_agreed"
    # too early, too many and above the ceiling
    booked = [("reminder", 100_00, day) for day in (1, 11, 21)]
    assert refusal("DK", "reminder", 200_00, 22, booked)[0] == "too_early"
    assert refusal("DK", "reminder", 200_00, 40, booked)[0] == "too_many"


@pytest.mark.parametrize(("amount", "vat"), [(0, 0), (-1, 0), (100, 101), (100, -1)])
def test_a_wish_that_is_no_fee_is_refused(amount, vat):
    with pytest.raises(ValueError, match="1 or more"):
        FeeWish("reminder", amount, DUE, vat)


@given(
    wishes=st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "reminder",
                    "payment_demand_first",
                    "payment_demand_second",
                    "extension_of_time",
                    "instalment_plan",
                ]
            ),
            st.integers(1, 60_00),
            st.integers(1, 40),
        ),
        max_size=30,
    ),
    principal=st.integers(1, 2000_00),
)
def test_whatever_is_wished_what_is_booked_never_exceeds_the_total(wishes, principal):
    # laki saatavien perinnästä 513/1999 s. 10 c
    total = 60_00 if principal <= 100_00 else 120_00 if principal <= 1000_00 else 210_00
    facts = FeeFacts(principal, DUE)
    booked: list[BookedFee] = []
    day = DUE
    for measure, amount, gap in wishes:
        day += timedelta(days=gap)
        wish = FeeWish(measure, amount, day)
        if isinstance(check_fee(jurisdiction("FI"), wish, booked, facts), Ceiling):
            booked.append(wish)
    assert sum(fee.amount for fee in booked) <= total
