"""A payment's amount is written as codes take it."""

import pytest

from tests.backend.plans.references.payables import in_euro


@pytest.mark.parametrize(
    ("amount", "minor_digits", "written"),
    [(48600, 2, "486.00"), (5, 2, "0.05"), (64800, 0, "64800"), (1234567, 3, "1234.567")],
)
def test_an_amount_has_all_its_decimals(amount: int, minor_digits: int, written: str):
    assert in_euro(amount=amount, minor_digits=minor_digits).decimal_amount == written
