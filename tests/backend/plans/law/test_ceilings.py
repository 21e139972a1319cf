"""The ceilings of each country, worked out by hand from the text of the law."""

from datetime import date

import pytest

from backend.plans import Debtor, ceiling_of, jurisdiction
from backend.plans.law.ceilings import totals_over

TODAY = date(2026, 3, 2)


def ceiling(country, measure, principal=1_000, on=TODAY, **facts):
    """The ceiling in major units, for a principal in major units."""
    law = jurisdiction(country)
    minor = 10**law.minor_digits
    debtor = facts.pop("debtor", Debtor.CONSUMER)
    found = ceiling_of(law, measure, int(principal * minor), debtor, on, **facts)
    return None if found is None else found.at_most / minor


@pytest.mark.parametrize(
    ("measure", "amount"),
    [("reminder", 60), ("collection_demand", 180), ("instalment_plan", 170), ("other_measures", 0)],
)
def test_sweden_lag_1981_739_sections_2_to_5(measure, amount):
    assert ceiling("SE", measure) == amount


# Norway: inkassoforskriften ch. 1 and 2: shares of the base of 750, and before 2026 of 700
NORWAY = [
    # principal up to, light share, heavy share, light 2026, heavy 2026
    (500, 0.25, 0.5, 187.50, 375),
    (1_000, 0.35, 0.7, 262.50, 525),
    (2_500, 0.4, 0.8, 300, 600),
    (10_000, 0.8, 1.6, 600, 1_200),
    (50_000, 1.6, 3.2, 1_200, 2_400),
    (250_000, 3.6, 7.2, 2_700, 5_400),
    (250_001, 7.2, 14.4, 5_400, 10_800),
]


@pytest.mark.parametrize(("principal", "light", "heavy", "light_2026", "heavy_2026"), NORWAY)
def test_norway_the_agencys_fee_is_a_share_of_the_base(
    principal, light, heavy, light_2026, heavy_2026
):
    assert ceiling("NO", "agency_fee_light", principal) == light_2026 == pytest.approx(750 * light)
    assert ceiling("NO", "agency_fee_heavy", principal) == heavy_2026 == pytest.approx(750 * heavy)
    before = date(2025, 12, 31)
    assert ceiling("NO", "agency_fee_light", principal, before) == pytest.approx(700 * light)
    assert ceiling("NO", "agency_fee_heavy", principal, before) == pytest.approx(700 * heavy)


@pytest.mark.parametrize(("principal", "amount"), [(500, 187.50), (500.01, 262.50), (0.01, 187.50)])
def test_norway_a_band_ends_on_its_sum(principal, amount):
    assert ceiling("NO", "agency_fee_light", principal) == amount


@pytest.mark.parametrize(
    ("measure", "amount_2025", "amount_2026"),
    [
        ("reminder", 35, 37.50),  # 1/20 of the base
        ("inkassovarsel", 35, 37.50),  # 1/20
        ("betalingsoppfordring_by_creditor", 105, 112.50),  # 3/20
        ("instalment_plan", None, None),  # not found
    ],
)
def test_norway_the_notices_are_shares_of_the_base(measure, amount_2025, amount_2026):
    law = jurisdiction("NO")
    for day, amount in ((date(2025, 6, 1), amount_2025), (TODAY, amount_2026)):
        found = ceiling_of(law, measure, 100_000, Debtor.CONSUMER, day)
        assert found.at_most == (None if amount is None else amount * 100)


@pytest.mark.parametrize(
    ("principal", "amount"),
    [
        # Denmark: BEK 601 of 12.7.2002, annex 1 as amended 24.5.2016, without VAT
        (1_000, 400),
        (1_000.01, 700),
        (2_500, 700),
        (5_000, 1_000),
        (10_000, 1_300),
        (25_000, 1_700),
        (50_000, 2_250),
        (100_000, 2_850),
        (250_000, 3_850),
        (500_000, 6_400),
        (500_000.99, 6_400),  # 1 % of 0.99 is no whole øre
        (600_000, 7_400),  # and 1 % of what is above 500 000
    ],
)
def test_denmark_the_fee_of_external_collection(principal, amount):
    assert ceiling("DK", "external_collection", principal) == amount


@pytest.mark.parametrize(
    ("measure", "amount"),
    # renteloven s. 9 b (100 and 100, with VAT); inkassoloven s. 10 (no fee of its own)
    [("reminder", 100), ("collection_handover", 100), ("collection_warning", 0)],
)
def test_denmark_the_fees_of_letters(measure, amount):
    assert ceiling("DK", measure) == amount


@pytest.mark.parametrize(
    ("principal", "enforceable", "reminder", "first", "second", "extension", "plan", "total"),
    [
        # Finland: laki saatavien perinnästä 513/1999 ss. 10 a and 10 c
        (100, False, 5, 14, 7, 5, 20, 60),
        (100.01, False, 5, 24, 12, 5, 30, 120),
        (1_000, False, 5, 24, 12, 5, 30, 120),
        (1_000.01, False, 5, 50, 25, 5, 50, 210),
        (80, True, 5, 14, 7, 5, 20, 51),
        (5_000, True, 5, 14, 7, 5, 20, 51),
    ],
)
def test_finland_each_band_and_what_is_directly_enforceable(
    principal, enforceable, reminder, first, second, extension, plan, total
):
    measures = {
        "reminder": reminder,
        "payment_demand_first": first,
        "payment_demand_second": second,
        "extension_of_time": extension,
        "instalment_plan": plan,
    }
    for measure, amount in measures.items():
        assert ceiling("FI", measure, principal, directly_enforceable=enforceable) == amount
        (found,) = totals_over(
            jurisdiction("FI"),
            measure,
            int(principal * 100),
            Debtor.CONSUMER,
            TODAY,
            directly_enforceable=enforceable,
        )
        assert found.at_most == total * 100


@pytest.mark.parametrize(
    ("principal", "letter"),
    [
        # Iceland: reglugerð nr. 37/2009 s. 6 as amended by nr. 133/2010, without VAT
        (2_999, 1_300),
        (3_000, 2_100),
        (10_499, 2_100),
        (10_500, 3_700),
        (84_999, 3_700),
        (85_000, 5_900),
    ],
)
def test_iceland_the_letters(principal, letter):
    assert ceiling("IS", "collection_letter", principal) == letter
    assert ceiling("IS", "warning", principal) == 950
    assert ceiling("IS", "phone_call", principal) == 550
    assert ceiling("IS", "written_payment_agreement", principal) == 2_700


def test_iceland_the_sum_of_the_middle_stage_in_the_highest_band():
    (found,) = totals_over(jurisdiction("IS"), "warning", 85_000, Debtor.CONSUMER, TODAY)
    assert found.at_most == 950 + 3 * 5_900 + 550
    assert not list(totals_over(jurisdiction("IS"), "warning", 84_999, Debtor.CONSUMER, TODAY))


@pytest.mark.parametrize(
    ("country", "measure", "day_before"),
    [
        ("SE", "reminder", date(2013, 3, 15)),
        ("NO", "reminder", date(2020, 9, 30)),
        ("NO", "agency_fee_light", date(2020, 9, 30)),
        ("DK", "external_collection", date(2016, 6, 30)),
        ("FI", "payment_demand_first", date(2013, 3, 15)),
        ("IS", "warning", date(2010, 2, 18)),
    ],
)
def test_before_its_first_day_a_measure_has_no_ceiling(country, measure, day_before):
    assert ceiling(country, measure, on=day_before) is None


@pytest.mark.parametrize(
    ("country", "measure"),
    [("NO", "base_inkassosats"), ("NO", "court_fee_unit"), ("FI", "max_total"), ("SE", "gift")],
)
def test_a_unit_and_a_total_are_no_measures(country, measure):
    assert ceiling(country, measure) is None


@pytest.mark.parametrize(
    ("country", "amount"),
    # lag (1981:739) s. 3 a; inkassoforskriften; renteloven s. 9 a; 513/1999 s. 10 e
    [("SE", 450), ("NO", 460), ("DK", 310), ("FI", 40)],
)
def test_only_a_business_pays_the_compensation_for_late_payment(country, amount):
    assert ceiling(country, "b2b_late_compensation", debtor=Debtor.BUSINESS) == amount
    assert ceiling(country, "b2b_late_compensation") is None


def test_the_row_that_holds_has_its_source():
    found = ceiling_of(jurisdiction("SE"), "reminder", 100_00, Debtor.CONSUMER, TODAY)
    assert "Lag (1981:739)" in found.row.source
    assert found.row.confidence == "verified"
