"""The Finnish virtual bar code: 54 digits that are typed or pasted into a bank's form.

Finance Finland, Bank Bar Code Guide 5.3: version 4 carries a national reference, version 5 one of
ISO 11649.
"""

from backend.plans.references.payable import NoCode, Payable, bare

_ACCOUNT = 16
_LARGEST = 99_999_999  # 999 999.99: six digits and two
_CREDITOR_REFERENCE = 21
_NATIONAL_REFERENCE = 20


def virtual_bar_code(payable: Payable, country: str) -> str:
    """The 54 digits. Raises NoCode when account or reference do not fit into them.

    The account is one of `country`, whose letters are left out. An amount that does not fit, and a
    due date that there is not, are zeros: the payer fills them in.
    """
    amount = payable.amount if payable.amount <= _LARGEST else 0
    due = payable.due.strftime("%y%m%d") if payable.due else "000000"
    version, reference = _reference(bare(payable.reference).upper())
    return f"{version}{_account(payable, country)}{amount:08}{reference}{due}"


def _account(payable: Payable, country: str) -> str:
    written = bare(payable.iban or "").upper()
    digits = written.removeprefix(country)
    if not (written.startswith(country) and digits.isdigit() and len(digits) == _ACCOUNT):
        raise NoCode(f"a virtual bar code needs an IBAN of {country} with 16 digits")
    return digits


def _reference(reference: str) -> tuple[int, str]:
    """The version and the 23 digits: three zeros before a national one, or the check digits first."""
    if reference.startswith("RF"):
        check, rest = reference[2:4], reference[4:]
        if not (check.isdigit() and rest.isdigit() and len(rest) <= _CREDITOR_REFERENCE):
            raise NoCode("a virtual bar code takes no letters in a reference")
        return 5, check + rest.zfill(_CREDITOR_REFERENCE)
    if not (reference.isdigit() and len(reference) <= _NATIONAL_REFERENCE):
        raise NoCode("a virtual bar code takes a reference of at most 20 digits")
    return 4, "000" + reference.zfill(_NATIONAL_REFERENCE)
