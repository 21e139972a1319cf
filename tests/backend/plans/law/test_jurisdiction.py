from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from backend.plans import DataError, jurisdiction, known_jurisdictions, payment_reference
from backend.plans import jurisdiction as load
from backend.plans.law.fact import Fact
from backend.plans.law.jurisdiction import Jurisdiction
from backend.plans.reading import read

every_country = pytest.mark.parametrize("country", [jurisdiction(c) for c in known_jurisdictions()])


def test_there_is_a_file_for_each_country():
    assert known_jurisdictions() == ("DK", "FI", "IS", "NO", "SE")


def test_the_code_of_a_country_may_be_written_small():
    assert jurisdiction("se") == jurisdiction("SE")


def test_a_country_without_a_file_is_refused_with_those_that_have_one():
    with pytest.raises(LookupError, match="known are DK, FI, IS, NO, SE"):
        jurisdiction("XX")


@every_country
def test_a_file_is_named_after_its_code(country):
    assert load(country.code) == country


@every_country
def test_the_time_zone_is_known(country):
    assert ZoneInfo(country.time_zone).key == country.time_zone


@every_country
def test_the_reference_scheme_takes_a_case_number(country):
    assert payment_reference(country.payment_reference.scheme, "1001")


@every_country
def test_the_extra_closed_days_exist_every_year(country):
    for year in range(2024, 2040):
        country.bank_days.is_open(date(year, 6, 1))


@every_country
@pytest.mark.parametrize("kind", ["crisis", "emergency"])
def test_somebody_can_be_called(country, kind):
    line = country.helpline(kind)
    assert line is not None
    assert line.phone


@every_country
def test_debt_advice_has_a_page(country):
    assert country.helpline("debt_advice").url.startswith("https://")


@every_country
def test_what_is_unknown_has_no_figure_and_what_is_verified_has_one(country):
    figures = [(row, row.amount) for row in country.fee_ceilings]
    figures += [(row, row.rate) for row in country.late_interest]
    figures += [(country.interest.day_count, country.interest.day_count.value)]
    figures += [(country.interest.on_fees, country.interest.on_fees.value)]
    figures += [(country.limitation.final, country.limitation.final.years)]
    figures += [(row, row.years) for row in country.limitation.periods]
    for fact, figure in figures:
        assert (figure is None) == (fact.confidence == "unknown"), fact


@every_country
def test_rows_of_late_interest_are_in_order_and_do_not_overlap(country):
    for earlier, later in pairwise(country.late_interest):
        assert earlier.effective_from <= earlier.effective_to < later.effective_from


@every_country
def test_the_late_interest_of_today_is_unknown_and_not_guessed(country):
    today = date(2026, 11, 21)
    row = next(
        row
        for row in country.late_interest
        if row.effective_from <= today <= (row.effective_to or today + timedelta(days=1))
    )
    assert row.rate is None


def test_fees_are_read_as_minor_units():
    reminders = [row for row in jurisdiction("NO").fee_ceilings if row.fee == "reminder"]
    assert [row.amount for row in reminders] == [3500, 3750]


def test_rates_are_exact():
    assert jurisdiction("SE").late_interest[0].rate == Decimal("10.5")


def test_a_helpline_in_the_language_comes_before_the_main_one():
    finland = jurisdiction("FI")
    assert finland.helpline("crisis", "sv").phone == "09 2525 0112"
    assert finland.helpline("crisis", "fi").phone == "09 2525 0111"


def test_a_kind_of_helpline_that_a_country_lacks_is_none():
    assert jurisdiction("IS").helpline("gambling") is None


def test_a_mistake_in_a_file_is_refused_by_the_name_of_its_key():
    sweden = jurisdiction("SE").model_dump(mode="json")
    sweden["payment_reference"]["scheme"] = "mod12"
    sweden["moon"] = "full"
    with pytest.raises(DataError) as error:
        read(Jurisdiction, sweden, name="se.yaml", minor_digits=2)
    assert "se.yaml.payment_reference.scheme: " in str(error.value)
    assert "se.yaml.moon: unknown key" in str(error.value)


def test_a_fact_without_a_source_is_refused():
    with pytest.raises(DataError, match=r"fact\.source"):
        read(Fact, {"effective_from": None, "confidence": "known"}, name="fact", minor_digits=2)
