"""What a country's data lets the assistant agree to."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from backend.clients.lawful import beyond_the_bounds
from backend.plans import Band, jurisdiction, known_jurisdictions

every_country = pytest.mark.parametrize("code", known_jurisdictions())


def band(**more: Any) -> Band:
    rules = {
        "instalment": {"at_least": 300},
        "instalments": {"at_most": 12},
        "first_payment": {"within_days": 35},
    }
    return TypeAdapter(Band).validate_python(rules | more, context={"minor_digits": 2})


def most(code: str, bound: str) -> int:
    return next(found.at_most for found in jurisdiction(code).plan_bounds if found.bound == bound)


@every_country
@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True)])
def test_a_deferral_is_as_long_as_the_country_lets_it_be(code: str, more: int, refused: bool):
    days = most(code, "deferral_days") + more
    found = list(beyond_the_bounds(band(deferral={"at_most_days": days}), jurisdiction(code)))
    assert [beyond.location for beyond in found] == [("deferral", "at_most_days")] * refused


@every_country
@pytest.mark.parametrize(("rhythm", "a_year"), [("monthly", 12), ("fortnightly", 26)])
@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True)])
def test_a_plan_ends_before_the_claim_would_be_time_barred(
    code: str, rhythm: str, a_year: int, more: int, refused: bool
):
    payments = most(code, "plan_months") * a_year // 12 + more
    long = band(instalments={"at_most": payments}, rhythm=[rhythm])
    found = list(beyond_the_bounds(long, jurisdiction(code)))
    assert [beyond.location for beyond in found] == [("instalments", "at_most")] * refused


@every_country
@pytest.mark.parametrize(("more", "refused"), [(0, []), (1, [("duration", "at_most_months")])])
def test_a_duration_is_bound_and_binds_in_place_of_the_number(code: str, more: int, refused: list):
    months = most(code, "plan_months") + more
    long = band(duration={"at_most_months": months}, instalments={"at_most": 300})
    found = list(beyond_the_bounds(long, jurisdiction(code)))
    assert [beyond.location for beyond in found] == refused
