"""The numbers that money is sent to are checked as far as they can be."""

import pytest

from backend.plans.references.accounts import is_number


@pytest.mark.parametrize(
    ("check", "written"),
    [
        ("luhn", "160-9908"),  # Bankgirot's own
        ("luhn", "5050-1055"),
        ("iban", "FI37 1590 3000 0007 76"),  # Bank Bar Code Guide 5.3
        ("mod11", "8601.11.17947"),  # the documentation of python-stdnum
        ("mod11", "8601 11 17947"),
        ("creditor_number", "+71 81234567"),
        ("creditor_number", "+75 81234567"),
    ],
)
def test_a_right_number_is_recognised_however_it_is_grouped(check: str, written: str):
    assert is_number(check, written)


@pytest.mark.parametrize(
    ("check", "written"),
    [
        ("luhn", "160-9909"),
        ("luhn", ""),
        ("luhn", "160-990A"),
        ("luhn", "١٦٠-٩٩٠٨"),
        ("iban", "FI38 1590 3000 0007 76"),
        ("iban", "FI37 1590 3000 0007"),
        ("mod11", "8601 11 17949"),
        ("mod11", "4090403"),
        ("creditor_number", "+71 71234567"),
        ("creditor_number", "+04 81234567"),
        ("creditor_number", "81234567"),
    ],
)
def test_a_wrong_number_is_not(check: str, written: str):
    assert not is_number(check, written)


def test_a_check_that_is_not_known_is_refused_with_those_that_are():
    with pytest.raises(LookupError, match="known are creditor_number, iban, luhn, mod11"):
        is_number("mod12", "1")
