"""What stands in the QR code of an invoice."""

import json
from decimal import Decimal
from typing import Any

import pytest

from backend.plans.references.payable import NoCode
from backend.plans.references.using_qr import using_qr
from tests.backend.plans.references.payables import in_kronor

KINDS = {"bankgiro": "BG"}


def test_it_says_who_is_paid_what_and_when():
    assert json.loads(using_qr(in_kronor(), KINDS)) == {
        "uqr": 1,
        "tp": 1,
        "nme": "Björkhuset Inkasso",
        "cid": "556000-4615",
        "iref": "12229445",
        "ddt": "20261225",
        "due": 100,
        "cur": "SEK",
        "pt": "BG",
        "acc": "5050-1055",
    }


def test_the_sum_is_exact():
    said = json.loads(using_qr(in_kronor(amount=123456789012345607), KINDS), parse_float=Decimal)
    assert said["due"] == Decimal("1234567890123456.07")


def test_without_a_due_date_there_is_no_key_for_it():
    assert "ddt" not in json.loads(using_qr(in_kronor(due=None), KINDS))


def test_a_name_with_quotes_stays_a_name():
    payee = 'Björk "Huset"\\'
    assert json.loads(using_qr(in_kronor(payee=payee), KINDS))["nme"] == payee


@pytest.mark.parametrize(
    "changes", [{"organisation_number": None}, {"account_kind": "kontonummer"}, {"amount": 0}]
)
def test_what_does_not_fit_has_no_code(changes: dict[str, Any]):
    with pytest.raises(NoCode):
        using_qr(in_kronor(**changes), KINDS)
