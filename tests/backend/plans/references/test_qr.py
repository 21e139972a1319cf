"""A QR code is rows of modules."""

import pytest

from backend.plans.references.qr import qr_rows

FINDER = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]


@pytest.mark.parametrize(("payload", "size"), [("1", 21), ("ä" * 7, 21), ("x" * 331, 69)])
def test_the_symbol_is_as_small_as_the_payload_lets_it_be(payload: str, size: int):
    rows = qr_rows(payload)
    assert len(rows) == size
    assert {len(row) for row in rows} == {size}
    assert set("".join(rows)) == {"0", "1"}


def test_the_finders_stand_in_three_corners():
    rows = qr_rows("C1237856901;100,00;12229445;0")
    assert [row[:7] for row in rows[:7]] == FINDER
    assert [row[-7:] for row in rows[:7]] == FINDER
    assert [row[:7] for row in rows[-7:]] == FINDER


@pytest.mark.parametrize("payload", ["1", "x" * 100, "x" * 331])
def test_the_error_correction_is_m(payload: str):
    # ISO/IEC 18004: the first two bits of the format, freed of the mask 10, are 00 for M.
    assert qr_rows(payload)[8][:2] == "10"
