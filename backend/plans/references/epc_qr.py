"""What stands in the QR code of a SEPA credit transfer (European Payments Council, EPC069-12 v2.1)."""

from backend.plans.references.check_digits import is_payment_reference, payment_reference
from backend.plans.references.payable import NoCode, Payable, bare

_LONGEST = 331  # bytes: what a symbol of version 13 holds with error correction M
_LARGEST = 99_999_999_999  # 999 999 999.99
_NAME, _TEXT, _INFORMATION = 70, 140, 70


def epc_qr(payable: Payable, *, due_as: str | None, creditor_reference: bool) -> str:
    """The lines, in version 002 and UTF-8.

    `due_as` ("ReqdExctnDt/{due}" in Finland) tells the due date in the last line. With
    `creditor_reference` a reference that is no ISO 11649 one is carried in that form, otherwise it
    is text. Raises NoCode when something is missing or does not fit.
    """
    if payable.iban is None:
        raise NoCode("this code needs an IBAN")
    if not 0 < payable.amount <= _LARGEST:
        raise NoCode("this code takes 0.01 to 999 999 999.99")
    structured, text = _remittance(bare(payable.reference), creditor_reference)
    due = due_as.format(due=payable.due.isoformat()) if due_as and payable.due else ""
    lines = [
        *("BCD", "002", "1", "SCT"),
        bare(payable.bic or ""),
        _line(payable.payee, _NAME),
        bare(payable.iban),
        f"{payable.currency}{payable.decimal_amount}",
        "",  # the purpose
        structured,
        _line(text, _TEXT),
        _line(due, _INFORMATION),
    ]
    payload = "\n".join(lines).rstrip("\n")
    if len(payload.encode()) > _LONGEST:
        raise NoCode(f"this code takes at most {_LONGEST} bytes")
    return payload


def _remittance(reference: str, creditor_reference: bool) -> tuple[str, str]:
    """The structured reference and the text, of which a code has one or the other."""
    if is_payment_reference("rf", reference):
        return reference.upper(), ""
    if not creditor_reference:
        return "", reference
    try:
        return payment_reference("rf", reference), ""
    except ValueError as error:
        raise NoCode("the reference does not fit into ISO 11649") from error


def _line(text: str, longest: int) -> str:
    if len(text) > longest or not (text.isprintable() or text == ""):
        raise NoCode(f"a line of this code takes at most {longest} characters, all on one line")
    return text
