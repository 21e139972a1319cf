"""The codes with which a payment is made without typing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from backend.plans.law.jurisdiction import Jurisdiction
from backend.plans.law.payment_codes import CodeKind, PaymentCode
from backend.plans.references.bar_code import virtual_bar_code
from backend.plans.references.epc_qr import epc_qr
from backend.plans.references.payable import NoCode, Payable
from backend.plans.references.qr import qr_rows
from backend.plans.references.swish_qr import swish_qr
from backend.plans.references.using_qr import using_qr


@dataclass(frozen=True)
class Code:
    """A code and what it says (`text`); a QR code has `rows` of modules too, "1" for a dark one."""

    kind: CodeKind
    text: str
    rows: tuple[str, ...] = ()


def payment_codes(country: Jurisdiction, payable: Payable) -> tuple[Code, ...]:
    """The codes of the country that can carry this payment, the preferred one first.

    At most one is a QR code: of two side by side nobody would know which app reads which. There may
    be none.
    """
    codes = tuple(_codes(country, payable))
    first_qr = next((code for code in codes if code.rows), None)
    return tuple(code for code in codes if not code.rows or code is first_qr)


def _codes(country: Jurisdiction, payable: Payable) -> Iterator[Code]:
    for code in country.payment_codes:
        if code.currency != payable.currency:
            continue
        try:
            yield _code(code, country, payable)
        except NoCode:
            continue


def _code(code: PaymentCode, country: Jurisdiction, payable: Payable) -> Code:
    match code.kind:
        case "virtual_bar_code":
            return Code(code.kind, virtual_bar_code(payable, country.code))
        case "epc_qr":
            as_creditor_reference = code.reference_as == "creditor_reference"
            text = epc_qr(payable, due_as=code.due_as, creditor_reference=as_creditor_reference)
        case "swish_qr":
            text = swish_qr(payable)
        case "using_qr":
            text = using_qr(payable, code.account_kinds)
        case _:
            assert_never(code.kind)
    return Code(code.kind, text, qr_rows(text))
