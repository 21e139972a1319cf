from datetime import date
from decimal import Decimal

import pytest

from backend.plans import Debtor, RateUnknown, jurisdiction, known_jurisdictions
from backend.plans.law.fact import Chosen


def spans(country, first, last, debtor=Debtor.CONSUMER):
    found = jurisdiction(country).late_interest_between(
        date.fromisoformat(first), date.fromisoformat(last), debtor
    )
    return [(str(span.first), str(span.last), span.rate) for span in found]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        # räntelagen (1975:635) s. 6: reference rate 3.00 and 2.00, and 8
        ("SE", [("2025-06-29", "2025-06-30", 11), ("2025-07-01", "2025-07-03", 10)]),
        # forsinkelsesrenteloven s. 3: FOR-2024-12-19-3279, FOR-2025-06-23-1321
        ("NO", [("2025-06-29", "2025-06-30", 12.5), ("2025-07-01", "2025-07-03", 12.25)]),
        # renteloven s. 5: lending rate 2.75 and 1.75, and 8
        ("DK", [("2025-06-29", "2025-06-30", 10.75), ("2025-07-01", "2025-07-03", 9.75)]),
        # korkolaki (633/1982) s. 4: reference rate 3.5 and 2.5, and 7
        ("FI", [("2025-06-29", "2025-06-30", 10.5), ("2025-07-01", "2025-07-03", 9.5)]),
    ],
)
def test_days_over_a_half_year_are_in_two_spans(country, expected):
    assert spans(country, "2025-06-29", "2025-07-03") == expected


def test_days_over_a_notice_are_in_two_spans():
    # Seðlabanki Íslands: key rate 7.25 and then 7.50, with 0.75 and 7 on top
    assert spans("IS", "2026-03-30", "2026-04-02") == [
        ("2026-03-30", "2026-03-31", 15),
        ("2026-04-01", "2026-04-02", 15.25),
    ]


def test_a_span_carries_the_row_that_it_is_from():
    (span,) = jurisdiction("SE").late_interest_between(
        date(2023, 7, 1), date(2023, 7, 1), Debtor.CONSUMER
    )
    assert span.row.source.startswith("riksbank.se")
    assert span.rate == span.row.rate == Decimal("11.5")


def test_a_business_owes_the_higher_margin_where_it_has_one():
    # korkolaki (633/1982) s. 4 a: reference rate 2.5 and 8
    day = "2026-03-01"
    assert spans("FI", day, day, Debtor.BUSINESS) == [(day, day, Decimal("10.5"))]


@pytest.mark.parametrize("country", ["SE", "NO", "DK", "IS"])
def test_a_business_owes_what_a_consumer_owes_elsewhere(country):
    day = "2026-03-01"
    assert spans(country, day, day, Debtor.BUSINESS) == spans(country, day, day)


@pytest.mark.parametrize("debtor", Debtor)
@pytest.mark.parametrize(
    ("country", "first", "unknown"),
    [
        ("SE", "2026-06-29", "2026-07-01"),
        ("NO", "2026-06-29", "2026-07-01"),
        ("DK", "2026-06-29", "2026-07-01"),
        ("FI", "2026-06-29", "2026-07-01"),
        ("IS", "2026-04-29", "2026-05-01"),
    ],
)
def test_past_the_last_known_rate_nothing_is_stated(country, first, unknown, debtor):
    with pytest.raises(RateUnknown) as error:
        spans(country, first, "2026-11-21", debtor)
    assert error.value.since == date.fromisoformat(unknown)


def test_a_gap_between_two_notices_is_unknown():
    with pytest.raises(RateUnknown) as error:
        spans("IS", "2025-05-30", "2025-12-02")
    assert error.value.since == date(2025, 6, 1)


def test_a_day_before_the_first_row_is_unknown():
    with pytest.raises(RateUnknown) as error:
        spans("SE", "2022-12-31", "2023-01-02")
    assert error.value.since == date(2022, 12, 31)


def test_a_day_past_all_rows_is_unknown():
    with pytest.raises(RateUnknown) as error:
        spans("SE", "2027-01-01", "2027-01-02")
    assert error.value.since == date(2027, 1, 1)


def test_no_days_need_no_rate():
    assert spans("SE", "2030-01-02", "2030-01-01") == []


@pytest.mark.parametrize("code", known_jurisdictions())
def test_a_derived_rate_is_the_reference_rate_and_the_margin(code):
    country = jurisdiction(code)
    formula = country.interest.formula
    for row in country.late_interest:
        if row.rate is not None and row.reference_rate is not None:
            assert row.rate == row.reference_rate + formula.margin
        if row.rate is not None and formula.business_margin is not None:
            assert row.business_rate == row.reference_rate + formula.business_margin


@pytest.mark.parametrize(
    ("country", "says"),
    [("SE", "ACT/365F"), ("NO", "ACT/365F"), ("DK", "ACT/365F"), ("FI", "ACT/365F"), ("IS", None)],
)
def test_days_are_counted_over_365_and_the_law_may_be_silent(country, says):
    day_count = jurisdiction(country).interest.day_count
    assert (day_count.value, day_count.used) == (says, "ACT/365F")


@pytest.mark.parametrize("code", known_jurisdictions())
def test_the_house_takes_no_interest_on_fees_and_none_on_interest(code):
    interest = jurisdiction(code).interest
    assert interest.on_fees.used is False
    assert interest.compounding.used == "none"


def test_a_choice_of_the_house_is_owned_in_a_note():
    choice = {"value": None, "used": False, "source": "not found", "effective_from": None}
    with pytest.raises(ValueError, match="a note says whose choice it is"):
        Chosen[bool].model_validate(choice | {"confidence": "unknown"})
