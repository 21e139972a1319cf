"""A reference that comes back with a payment is recognised."""

import pytest

from backend.plans import is_same_reference


@pytest.mark.parametrize(
    "returned",
    ["11112", "1111 2", "00000000000000011112", "RF9811112", "rf98 1111 2", "RF98 0000 0001 1112"],
)
def test_it_may_be_grouped_padded_or_in_its_international_form(returned: str):
    assert is_same_reference(returned, "11112")


@pytest.mark.parametrize("returned", ["11122", "111120", "RF9711112", "RF9811113", ""])
def test_another_reference_is_another(returned: str):
    assert not is_same_reference(returned, "11112")


def test_a_reference_with_letters_keeps_them():
    assert is_same_reference("rf18 5390 0754 70y", "RF185390075470Y")
    assert not is_same_reference("RF185390075470Y", "5390075470")
