"""What stands in the QR code of an invoice that Swedish banks' apps read (UsingQR, version 1)."""

import json
from collections.abc import Mapping

from backend.plans.references.payable import NoCode, Payable, bare

_VERSION = 1
_INVOICE = 1


def using_qr(payable: Payable, account_kinds: Mapping[str, str]) -> str:
    """A JSON object: who is paid, the reference, the sum ("due") and the day it is due ("ddt").

    `account_kinds` says what the code calls a kind of account, "BG" for instance. Raises NoCode
    without an organisation number or a sum, or for an account of another kind.
    """
    if payable.organisation_number is None:
        raise NoCode("this code needs the payee's organisation number")
    if payable.account_kind not in account_kinds:
        raise NoCode(f"this code takes {', '.join(account_kinds)}")
    if payable.amount <= 0:
        raise NoCode("this code takes a sum that is owed")
    said = {
        "uqr": _VERSION,
        "tp": _INVOICE,
        "nme": payable.payee,
        "cid": payable.organisation_number,
        "iref": bare(payable.reference),
        "cur": payable.currency,
        "pt": account_kinds[payable.account_kind],
        "acc": payable.account,
        **({"ddt": payable.due.strftime("%Y%m%d")} if payable.due else {}),
    }
    written = {name: json.dumps(value, ensure_ascii=False) for name, value in said.items()}
    # A number of JSON, written digit by digit: it never is a float.
    written["due"] = payable.decimal_amount
    return "{" + ",".join(f'"{name}":{value}' for name, value in written.items()) + "}"
