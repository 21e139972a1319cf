"""The Finnish virtual bar code, against the examples of the Bank Bar Code Guide 5.3."""

from datetime import date
from typing import Any

import pytest

from backend.plans.references.bar_code import virtual_bar_code
from backend.plans.references.payable import NoCode
from tests.backend.plans.references.payables import in_euro


def test_a_national_reference_makes_version_4():
    code = virtual_bar_code(in_euro(), "FI")
    assert code == "437159030000007760000122500000000000000000011112161221"


def test_a_creditor_reference_makes_version_5():
    payable = in_euro(amount=1_10, reference="RF98 1111 2", due=date(2017, 1, 1))
    code = virtual_bar_code(payable, "FI")
    assert code == "537159030000007760000011098000000000000000011112170101"


def test_the_largest_amount_that_fits_is_told_and_a_larger_one_is_left_to_the_payer():
    assert virtual_bar_code(in_euro(amount=99_999_999), "FI")[17:25] == "99999999"
    assert virtual_bar_code(in_euro(amount=100_000_000), "FI")[17:25] == "00000000"


def test_without_a_due_date_there_are_zeros():
    assert virtual_bar_code(in_euro(due=None), "FI").endswith("000000")


@pytest.mark.parametrize(
    "changes",
    [
        {"iban": None},
        {"iban": "SE4550000000058398257466"},
        {"iban": "DK5000400440116243"},  # 16 digits too, and another country's
        {"reference": "1" * 21},
        {"reference": "12-3"},
        {"reference": "RF185390075470Y"},
        {"reference": "RF"},
    ],
)
def test_what_does_not_fit_has_no_bar_code(changes: dict[str, Any]):
    with pytest.raises(NoCode):
        virtual_bar_code(in_euro(**changes), "FI")


@pytest.mark.parametrize("reference", ["1232", "1" * 20, "RF9811112", "RF98" + "1" * 21])
@pytest.mark.parametrize("amount", [1, 99_999_999, 10**12])
def test_it_always_has_54_digits(reference: str, amount: int):
    code = virtual_bar_code(in_euro(reference=reference, amount=amount), "FI")
    assert len(code) == 54
    assert code.isdigit()
