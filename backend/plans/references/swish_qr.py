"""What stands in a Swish QR code (Getswish, guide for QR codes: type C)."""

from urllib.parse import quote

from backend.plans.references.payable import NoCode, Payable, bare

_LONGEST_MESSAGE = 50
# Which of payee (1), amount (2) and message (4) the payer may change: none, or it reaches no case.
_CHANGEABLE = 0


def swish_qr(payable: Payable) -> str:
    """`C<number>;<amount>;<message>;<mask>`, with the reference for a message.

    Raises NoCode without a number or a sum, or for a reference that is too long.
    """
    if payable.swish is None:
        raise NoCode("this code needs the payee's Swish number")
    reference = bare(payable.reference)
    if payable.amount <= 0 or len(reference) > _LONGEST_MESSAGE:
        raise NoCode(f"this code takes a sum and at most {_LONGEST_MESSAGE} characters")
    amount = payable.decimal_amount.replace(".", ",")
    return f"C{bare(payable.swish)};{amount};{quote(reference, safe='')};{_CHANGEABLE}"
