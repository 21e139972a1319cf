"""One payment as the payer's bank is told it, whichever code carries it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Payable:
    """Who is paid how much, where, and by when.

    `amount` is in minor units of `currency` (ISO 4217), of which the code's `minor_digits` are
    decimals. `account` is as people write it and `account_kind` its kind; the payee's other numbers
    are None where the payee has none. `swish` is a number to which an app pays.
    """

    payee: str
    amount: int
    currency: str
    minor_digits: int
    reference: str
    due: date | None
    account: str
    account_kind: str
    iban: str | None = None
    bic: str | None = None
    swish: str | None = None
    organisation_number: str | None = None

    @property
    def decimal_amount(self) -> str:
        """The amount with a point and all its decimals: "123.40"."""
        if self.minor_digits == 0:
            return str(self.amount)
        whole, part = divmod(self.amount, 10**self.minor_digits)
        return f"{whole}.{part:0{self.minor_digits}}"


class NoCode(ValueError):
    """A code cannot carry this payment; the text says why. Account and reference stand beside it."""


def bare(number: str) -> str:
    """A number without the spaces that people group it by."""
    return "".join(number.split())
