"""Whether a reference that came back with a payment is the one that was given out."""

from backend.plans.references.check_digits import is_payment_reference


def is_same_reference(one: str, other: str) -> bool:
    """Whether both name the same payment.

    Banks group the digits, and drop or keep zeros before them, as they like; and a national
    reference may come back in its ISO 11649 form, as a QR code carried it.
    """
    return _bare(one) == _bare(other)


def _bare(reference: str) -> str:
    signs = "".join(sign for sign in reference if sign.isalnum()).upper()
    if is_payment_reference("rf", signs):
        signs = signs[4:]
    return signs.lstrip("0")
