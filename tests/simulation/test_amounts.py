"""Sums are read as each language writes them."""

import pytest

from tests.simulation.judging.amounts import amounts_in


@pytest.mark.parametrize(
    ("text", "digits", "sums"),
    [
        ("Du betalar 4\N{NO-BREAK SPACE}860,00\N{NO-BREAK SPACE}kr.", 2, [486000]),
        ("Det bliver 4.860,00 kr. i alt, 12 rater på 405,00 kr.", 2, [486000, 40500]),
        ("Yhteensä 486,00\N{NO-BREAK SPACE}€, eräpäivä 21.12.2026.", 2, [48600]),
        ("Þú skuldar 64.800 kr. þann 21. desember 2026.", 0, [64800]),
        ("It is 3,000.00 kr, first on 21 December.", 2, [300000]),
        ("From 21 November 2029. 300 kr a month.", 2, [30000]),
        ("Nothing costs anything, call 08-465 004 12.", 2, []),
    ],
)
def test_the_sums_in_a_text_are_read(text: str, digits: int, sums: list[int]) -> None:
    assert amounts_in(text, digits) == sums
