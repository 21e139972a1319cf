"""Checks of the numbers that money is sent to, by the name that a country's data gives them."""

import re
from collections.abc import Callable

from stdnum import iban, luhn
from stdnum.no import kontonr

_CREDITOR_NUMBER = re.compile(r"\+7[135]8\d{7}")


def _luhn(number: str) -> bool:
    return number.isdigit() and luhn.is_valid(number)


def _iban(number: str) -> bool:
    return bool(iban.is_valid(number))


def _mod11(number: str) -> bool:
    # Not the seven digits of a giro account that python-stdnum takes too: those are out of use.
    return len(number) == 11 and bool(kontonr.is_valid(number))


def _creditor_number(number: str) -> bool:
    # "+71", "+73" or "+75", then eight digits of which the first is 8 (giro-kort.dk). No check digit.
    return _CREDITOR_NUMBER.fullmatch(number) is not None


NUMBER_CHECKS: dict[str, Callable[[str], bool]] = {
    "luhn": _luhn,
    "iban": _iban,
    "mod11": _mod11,
    "creditor_number": _creditor_number,
}
"""The checks that a jurisdiction's `number_checks` may name."""


def is_number(check: str, written: str) -> bool:
    """Whether `written` (grouped by spaces, dots or hyphens as people do) can be such a number.

    Raises LookupError for a check that is not known.
    """
    if check not in NUMBER_CHECKS:
        raise LookupError(f"no check {check!r}; known are {', '.join(sorted(NUMBER_CHECKS))}")
    return written.isascii() and NUMBER_CHECKS[check](re.sub(r"[ .-]", "", written))
