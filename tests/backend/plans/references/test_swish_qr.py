"""What stands in a Swish QR code."""

from typing import Any

import pytest

from backend.plans.references.payable import NoCode
from backend.plans.references.swish_qr import swish_qr
from tests.backend.plans.references.payables import in_kronor


def test_it_is_as_in_the_official_example():
    assert swish_qr(in_kronor()) == "C1237856901;100,00;12229445;0"


def test_a_sign_with_a_meaning_in_the_code_is_escaped():
    assert swish_qr(in_kronor(reference="12;5-")) == "C1237856901;100,00;12%3B5-;0"


@pytest.mark.parametrize("changes", [{"swish": None}, {"amount": 0}, {"reference": "1" * 51}])
def test_what_does_not_fit_has_no_code(changes: dict[str, Any]):
    with pytest.raises(NoCode):
        swish_qr(in_kronor(**changes))
