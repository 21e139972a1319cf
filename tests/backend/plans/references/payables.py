"""Payments for the tests of codes."""

from dataclasses import replace
from datetime import date
from typing import Any

from backend.plans.references.payable import Payable

_EURO = Payable(
    payee="Koivuranta Perintä",
    amount=1225,
    currency="EUR",
    minor_digits=2,
    reference="11112",
    due=date(2016, 12, 21),
    account="FI37 1590 3000 0007 76",
    account_kind="iban",
    iban="FI37 1590 3000 0007 76",
    bic="NDEAFIHH",
)
_KRONOR = Payable(
    payee="Björkhuset Inkasso",
    amount=10000,
    currency="SEK",
    minor_digits=2,
    reference="12229445",
    due=date(2026, 12, 25),
    account="5050-1055",
    account_kind="bankgiro",
    swish="1237856901",
    organisation_number="556000-4615",
)


def in_euro(**changes: Any) -> Payable:
    """The payment of the Bank Bar Code Guide's example, but for what is changed."""
    return replace(_EURO, **changes)


def in_kronor(**changes: Any) -> Payable:
    """The payment of the official Swish example, but for what is changed."""
    return replace(_KRONOR, **changes)
