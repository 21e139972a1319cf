"""A correction keeps what was said before, but for what it says anew."""

from typing import Any

import pytest

from actions.plan.amending import with_correction


def said(**values: Any) -> list[dict[str, Any]]:
    return [{"entity": name, "value": value} for name, value in values.items()]


@pytest.mark.parametrize(
    ("before", "corrected", "kept"),
    [
        ({"amount": 600}, {"date": "2026-12-01"}, {"amount", "date"}),
        ({"amount": 600}, {"instalments": 6}, {"instalments"}),
        ({"more_time": "P14D"}, {"date": "2026-12-01"}, {"date"}),
        ({"skip": "next"}, {"date": "2027-01-01"}, {"skip", "date"}),
        ({"skip": "next"}, {"amount": 300}, {"amount"}),
    ],
)
def test_what_is_said_anew_takes_the_place_of_its_like(
    before: dict[str, Any], corrected: dict[str, Any], kept: set[str]
) -> None:
    found = with_correction(said(**before), said(**corrected))
    assert {one["entity"] for one in found} == kept


def test_what_is_denied_replaces_nothing() -> None:
    denied = [{**one, "negated": True} for one in said(amount=500)]
    assert with_correction(said(amount=600), denied)[0] == said(amount=600)[0]
