"""The countries' data for writing first."""

from pathlib import Path

import pytest

from backend.followup import contact_rules as rules
from backend.plans import DataError, known_jurisdictions


@pytest.mark.parametrize("country", known_jurisdictions())
def test_every_country_says_when_and_how_often_and_from_where_it_knows(country: str):
    found = rules.contact_rules(country)
    assert found.hours.week.sun is None
    assert found.at_most.a_day <= found.at_most.a_week
    for fact in (found.hours, found.at_most):
        assert fact.source
        assert fact.note


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("hours: {}", "xx.yaml.hours.week"),
        ("hours: {week: {mon: 9-20}, source: x, effective_from: null, confidence: known}", "mon"),
        ("at_most: {a_day: 0}", "at_most.a_day"),
        ("at_most: {per_week: 3}", "unknown key"),
    ],
)
def test_a_wrong_file_names_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str, named: str
):
    (tmp_path / "xx.yaml").write_text(data)
    monkeypatch.setattr(rules, "_FOLDER", tmp_path)
    with pytest.raises(DataError, match=named):
        rules.contact_rules.__wrapped__("XX")


def test_a_country_without_a_file_is_named():
    with pytest.raises(DataError, match="xy.yaml"):
        rules.contact_rules("XY")
