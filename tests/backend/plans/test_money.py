from decimal import Decimal

import pytest

from backend.plans import to_minor


@pytest.mark.parametrize(
    ("amount", "digits", "minor"),
    [("300", 2, 30000), ("37.5", 2, 3750), ("4000", 0, 4000), ("0.01", 2, 1)],
)
def test_major_units_become_minor_ones(amount, digits, minor):
    assert to_minor(Decimal(amount), digits) == minor


@pytest.mark.parametrize(("amount", "digits"), [("0.005", 2), ("1.5", 0), ("NaN", 2), ("Inf", 2)])
def test_what_is_not_a_sum_in_the_currency_is_refused(amount, digits):
    with pytest.raises(ValueError, match="not a sum of money"):
        to_minor(Decimal(amount), digits)
