"""What a band may take for a plan, by the ceilings of its country."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from backend.clients.beyond import Beyond, Held
from backend.clients.lawful_fees import fees_above
from backend.plans import Band, jurisdiction

ALWAYS = Held.for_good()


def found(code: str, fees: dict[str, Any], when: Any = None, held: Held = ALWAYS) -> list[Beyond]:
    rules = {
        "when": when or {},
        "instalment": {"at_least": 9000},
        "instalments": {"at_most": 12},
        "first_payment": {"within_days": 35},
        "fees": fees,
    }
    country = jurisdiction(code)
    context = {"minor_digits": country.minor_digits}
    band = TypeAdapter(Band).validate_python(rules, context=context)
    return list(fees_above(band, country, held))


@pytest.mark.parametrize("code", ["SE", "NO", "DK", "FI", "IS"])
def test_who_takes_nothing_needs_no_ceiling(code: str):
    assert found(code, {"plan": 0, "notice": 0}) == []


# 170 kr: lag (1981:739) om ersättning för inkassokostnader m.m., 4 §, in the wording of 2013:56.
def test_a_swedish_plan_may_cost_170_and_not_a_krona_more():
    assert found("SE", {"plan": 170}) == []
    (beyond,) = found("SE", {"plan": 170.5})
    assert beyond.location == ("fees", "plan")
    assert beyond.wrong.startswith("is above the 170 of SE (riksdagen.se, Lag (1981:739)")
    assert beyond.cure == "write at most 170"


@pytest.mark.parametrize(
    ("code", "fees"),
    [("SE", {"notice": 60}), ("NO", {"plan": 1}), ("NO", {"notice": 1}), ("DK", {"plan": 100})],
)
def test_a_fee_whose_ceiling_nobody_knows_is_refused_with_the_place_where_it_is_missing(
    code: str, fees: dict[str, Any]
):
    (beyond,) = found(code, fees)
    assert beyond.location == ("fees", *fees)
    assert f"has no ceiling that is known in {code} (" in beyond.wrong
    assert beyond.cure == f"write 0: no ceiling is known in {code}"


# 20, 30 and 50 EUR by principal up to 100, up to 1000 and above: see jurisdictions/fi.yaml.
@pytest.mark.parametrize(
    ("balance", "most"),
    [({"up_to": 100}, 20), ({"over": 100}, 30), ({"over": 1000}, 50), ({}, 20)],
)
def test_the_lowest_ceiling_of_a_bands_claims_holds(balance: dict[str, int], most: int):
    when = {"balance": balance, "debtor": "consumer"}
    assert found("FI", {"plan": most}, when) == []
    (beyond,) = found("FI", {"plan": most + 1}, when)
    assert f"is above the {most}" in beyond.wrong
    assert beyond.cure == f"write at most {most}"


def test_a_ceiling_for_consumers_only_wants_a_band_for_them():
    (beyond,) = found("FI", {"plan": 20})
    assert "none is in its file for a business" in beyond.wrong
    assert "bands of their own for the two kinds of debtor" in beyond.cure


def test_a_version_is_held_to_what_the_law_says_on_its_days():
    # The Swedish ceiling is known from 2013-03-16 on.
    before = Held(date(2012, 1, 1), date(2012, 12, 31))
    (beyond,) = found("SE", {"plan": 170}, held=before)
    assert "has no ceiling that is known" in beyond.wrong
    assert found("SE", {"plan": 170}, held=Held(date(2026, 1, 1), date.max)) == []
