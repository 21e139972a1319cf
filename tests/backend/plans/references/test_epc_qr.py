"""What stands in the QR code of a SEPA credit transfer (EPC069-12 v2.1)."""

from typing import Any

import pytest
from segno import helpers
from stdnum import iso11649

from backend.plans.references.epc_qr import epc_qr
from backend.plans.references.payable import NoCode
from backend.plans.references.qr import qr_rows
from tests.backend.plans.references.payables import in_euro


def lines(
    *, due_as: str | None = None, creditor_reference: bool = True, **changes: Any
) -> list[str]:
    payload = epc_qr(in_euro(**changes), due_as=due_as, creditor_reference=creditor_reference)
    return payload.split("\n")


def test_each_line_has_its_place():
    assert lines(due_as="ReqdExctnDt/{due}") == [
        "BCD",
        "002",
        "1",
        "SCT",
        "NDEAFIHH",
        "Koivuranta Perintä",
        "FI3715903000000776",
        "EUR12.25",
        "",
        "RF9811112",
        "",
        "ReqdExctnDt/2016-12-21",
    ]


def test_it_is_the_symbol_that_another_maker_makes():
    ours = qr_rows("\n".join(lines()))
    theirs = helpers.make_epc_qr(
        name="Koivuranta Perintä",
        iban="FI3715903000000776",
        amount="12.25",
        reference="RF9811112",
        bic="NDEAFIHH",
        encoding="utf-8",
    )
    assert ours == tuple("".join(map(str, row)) for row in theirs.matrix)


def test_a_national_reference_is_carried_as_a_creditor_reference():
    assert iso11649.is_valid(lines(reference="1234561")[9])


def test_a_creditor_reference_stays_as_it_is():
    assert lines(reference="RF98 1111 2", creditor_reference=False)[9] == "RF9811112"


def test_where_it_may_not_be_structured_the_reference_is_text():
    assert lines(creditor_reference=False)[9:] == ["", "11112"]


def test_without_a_due_date_nothing_is_said_of_it():
    assert lines(due_as="ReqdExctnDt/{due}", due=None)[-1] == "RF9811112"


def test_the_bic_may_be_left_out():
    assert lines(bic=None)[4] == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"iban": None},
        {"amount": 0},
        {"amount": -1},
        {"amount": 100_000_000_000},
        {"payee": "ä" * 71},
        {"payee": "Koivuranta\nEUR99.00"},
        {"reference": "1" * 22},
    ],
)
def test_what_does_not_fit_has_no_code(changes: dict[str, Any]):
    with pytest.raises(NoCode):
        lines(**changes)


def test_what_is_longer_than_331_bytes_has_no_code():
    with pytest.raises(NoCode, match="331 bytes"):
        lines(payee="€" * 70, reference="€" * 100, creditor_reference=False)
