from datetime import date
from itertools import combinations

import pytest

from backend.plans import Debtor, jurisdiction, known_jurisdictions
from backend.plans.law.fees import Principal

every_country = pytest.mark.parametrize("country", [jurisdiction(c) for c in known_jurisdictions()])

EDGES = [1, 100, 100_00, 1000_00, 2500_00, 10_000_00, 50_000_00, 250_000_00, 500_000_00, 10**9]


@every_country
def test_one_row_holds_for_a_measure_a_day_and_a_claim(country):
    for one, other in combinations(country.fee_ceilings, 2):
        if one.fee != other.fee or one.debtor != other.debtor:
            continue
        days = [row.effective_from for row in (one, other) if row.effective_from]
        together = any(one.holds_on(day) and other.holds_on(day) for day in days)
        for principal in [edge + beside for edge in EDGES for beside in (-1, 0, 1)]:
            for enforceable in (False, True):
                both = all(
                    row.is_for(principal, directly_enforceable=enforceable) for row in (one, other)
                )
                assert not (together and both), (one, other, principal)


@every_country
def test_a_row_names_only_measures_that_the_country_has(country):
    measures = {row.fee for row in country.fee_ceilings if not row.total_of and not row.unit}
    for row in country.fee_ceilings:
        after = {earliest.after for earliest in row.not_before} - {"due", "same"}
        named = after | {*row.counted_with, *row.includes, *row.total_of}
        assert named <= measures, row


@pytest.mark.parametrize(
    ("country", "fee", "amount"),
    [
        ("SE", "payment_order_application", 300_00),  # Förordning (1992:1094), Kronofogden
        ("DK", "payment_order_court_fee", 750_00),  # betalingspåkrav, claims up to 100 000
        ("NO", "legal_step", None),
        ("FI", "legal_step", None),
        ("IS", "legal_collection", None),  # not capped by reglugerð 37/2009
    ],
)
def test_the_next_legal_step_costs_what_is_known_of_it(country, fee, amount):
    step = jurisdiction(country).next_step(date(2026, 11, 21))
    assert (step.fee, step.amount) == (fee, amount)


def test_a_step_that_is_not_in_force_yet_is_not_the_next():
    assert jurisdiction("SE").next_step(date(2008, 12, 11)) is None


@pytest.mark.parametrize(
    ("principal", "held"), [(100_00, False), (100_01, True), (1000_00, True), (1000_01, False)]
)
def test_a_band_is_for_more_than_its_lower_bound_and_at_most_its_upper(principal, held):
    # Laki saatavien perinnästä 513/1999 s. 10 a: over 100 and at most 1 000 euros
    context = {"minor_digits": 2}
    band = Principal.model_validate({"over": 100, "up_to": 1000}, context=context)
    assert band.holds(principal) is held


def test_a_ceiling_for_businesses_is_marked_as_such():
    for code in known_jurisdictions():
        for row in jurisdiction(code).fee_ceilings:
            assert (row.fee == "b2b_late_compensation") == (row.debtor is Debtor.BUSINESS)
