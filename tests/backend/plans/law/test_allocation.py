import pytest

from backend.plans import DataError, jurisdiction
from backend.plans.law.allocation import Allocation
from backend.plans.reading import read


@pytest.mark.parametrize(
    ("country", "order"),
    [
        ("SE", ("cost", "fee", "interest", "principal")),  # handelsbalken ch. 9 s. 5 and practice
        ("NO", ("cost", "fee", "interest", "principal")),  # practice
        ("DK", ("cost", "fee", "interest", "principal")),  # practice
        ("FI", ("interest", "principal", "cost", "fee")),  # kauppakaari 9:5 and a city's contract
        ("IS", ("cost", "fee", "interest", "principal")),  # practice
    ],
)
def test_a_payment_goes_to_the_parts_in_the_order_of_the_country(country, order):
    assert jurisdiction(country).allocation.order == order


@pytest.mark.parametrize(
    "order",
    [["fee", "interest", "principal"], ["fee", "fee", "interest", "principal"], ["gift"]],
)
def test_an_order_that_leaves_out_or_repeats_a_part_is_refused(order):
    said = {"order": order, "source": "a test", "effective_from": None, "confidence": "known"}
    with pytest.raises(DataError, match=r"allocation\.order"):
        read(Allocation, said, name="allocation", minor_digits=2)
