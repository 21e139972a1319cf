"""Which wording of a text is said: the one that its values, and the person, ask for."""

from pathlib import Path

import pytest

from backend.wording import Catalogue

TEXTS = """
language: en
locale: en_GB
patterns: {date: d MMMM y, money: {DKK: "#,##0.00 'kr.'"}}
texts:
  offer:
    - {text: usual}
    - {when: {even: true, single: false}, text: usual and even}
    - {when: {plain: true}, text: plain}
    - {when: {plain: true, even: true}, text: plain and even}
  short:
    - {text: short}
    - {when: {country: FI}, text: short in Finland}
  long:
    - {text: long}
    - {when: {as_before: true}, text: once more}
    - {when: {plain: true}, text: plainly}
  sum:
    - text: "It is {total:money}. Wait ..."
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    (tmp_path / "en.yml").write_text(TEXTS, encoding="utf-8")
    return Catalogue.read(tmp_path / "en.yml")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"even": False}, "usual"),
        ({"even": True, "single": False}, "usual and even"),
        ({"even": False, "plain": True}, "plain"),
        ({"even": True, "single": False, "plain": True}, "plain and even"),
        ({"even": True, "single": False, "plain": False}, "usual and even"),
    ],
)
def test_a_plain_wording_beats_the_usual_ones_that_fit_for_who_asked_for_it(
    catalogue: Catalogue, values: dict[str, bool], said: str
) -> None:
    assert catalogue.write("offer", values) == said


def test_where_a_text_has_no_plain_wording_the_usual_one_is_said(catalogue: Catalogue) -> None:
    assert catalogue.write("short", {"plain": True}) == "short"
    assert catalogue.write("short", {"plain": True, "country": "FI"}) == "short in Finland"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, ["long"]),
        ({"as_before": True}, ["long", "once more"]),
        ({"as_before": True, "plain": True}, ["plainly", "once more"]),
    ],
)
def test_other_words_are_for_what_is_said_again(
    catalogue: Catalogue, values: dict[str, bool], told: list[str]
) -> None:
    assert [entry.text for entry in catalogue.wordings("long", values)] == told


def test_a_sum_that_ends_in_a_full_stop_ends_its_sentence(catalogue: Catalogue) -> None:
    kroner = {"total": {"amount": 12345, "currency": "DKK"}}
    assert catalogue.write("sum", kroner) == "It is 123.45 kr. Wait ..."
