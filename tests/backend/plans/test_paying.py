"""A payment has the codes that its country uses and that can carry it."""

from typing import Any

import pytest

from backend.plans import DataError, jurisdiction, known_jurisdictions
from backend.plans.law.payment_codes import PaymentCode, PaymentReference
from backend.plans.paying import payment_codes
from backend.plans.reading import read
from tests.backend.plans.references.payables import in_euro, in_kronor

FACT = {"source": "a test", "effective_from": None, "confidence": "known"}


def kinds(country: str, payable: Any) -> list[str]:
    return [code.kind for code in payment_codes(jurisdiction(country), payable)]


def test_a_qr_code_stands_before_the_bar_code_that_is_typed():
    assert kinds("FI", in_euro()) == ["epc_qr", "virtual_bar_code"]


def test_the_finnish_qr_code_tells_the_due_date_and_the_reference():
    (qr, bar_code) = payment_codes(jurisdiction("FI"), in_euro())
    assert qr.text.endswith("\nRF9811112\n\nReqdExctnDt/2016-12-21")
    assert len(qr.rows) > 21
    assert (bar_code.text[:17], bar_code.rows) == ("43715903000000776", ())


def test_of_two_qr_codes_only_the_preferred_one_is_shown():
    assert kinds("SE", in_kronor()) == ["swish_qr"]


def test_a_payee_without_the_first_has_the_second():
    assert kinds("SE", in_kronor(swish=None)) == ["using_qr"]
    assert kinds("SE", in_kronor(swish=None, organisation_number=None)) == []


def test_a_payment_in_another_currency_has_no_code():
    assert kinds("SE", in_euro(swish="1237856901")) == []
    assert kinds("FI", in_kronor(iban="FI37 1590 3000 0007 76")) == []


@pytest.mark.parametrize("country", sorted(set(known_jurisdictions()) - {"FI", "SE"}))
def test_a_country_without_an_open_code_has_none(country: str):
    assert kinds(country, in_euro()) == []


@pytest.mark.parametrize("country", known_jurisdictions())
def test_a_countrys_codes_are_in_its_own_currency(country: str):
    found = jurisdiction(country)
    assert {code.currency for code in found.payment_codes} <= {found.currency}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"kind": "fax_qr"}, "kind"),
        ({"kind": "swish_qr", "due_as": "{due}"}, "due_as is for epc_qr alone"),
        ({"kind": "epc_qr", "due_as": "due"}, "due_as has no {due}"),
        ({"kind": "epc_qr", "account_kinds": {}}, "account_kinds is for using_qr alone"),
        ({"kind": "epc_qr", "currency": "euro"}, "currency"),
    ],
)
def test_a_code_that_cannot_be_meant_is_refused(wrong: dict[str, Any], says: str):
    with pytest.raises(DataError, match=says):
        read(PaymentCode, {"currency": "EUR"} | wrong | FACT, name="code", minor_digits=2)


def test_a_scheme_that_the_bank_may_agree_to_is_a_known_one():
    data = {"scheme": "luhn", "label": None, "also": ["mod12"]} | FACT
    with pytest.raises(DataError, match="no such scheme"):
        read(PaymentReference, data, name="reference", minor_digits=2)
