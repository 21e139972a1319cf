"""Whom the client's debtors pay, and whether the numbers for it can be right."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field
from stdnum import bic, iban

from backend.clients.faults import wrong
from backend.clients.written import Location
from backend.plans import Jurisdiction, is_number
from backend.plans.reading import DataModel


def _iban(written: str) -> str:
    if not iban.is_valid(written):
        raise wrong("is no IBAN: its check digits or its length are wrong")
    return written


def _bic(written: str) -> str:
    if not bic.is_valid(written):
        raise wrong("is no BIC")
    return written


class Payee(DataModel):
    """Where is paid to. `label` names the kind of account; the widget has its words.

    `iban`, `bic`, `swish` and `organisation_number` are for the codes that payers scan; without
    them there is no such code. `reference_scheme` is what the payee's bank has agreed, when it is
    not the country's common one.
    """

    name: str
    label: str
    account: str
    iban: Annotated[str, AfterValidator(_iban)] | None = None
    bic: Annotated[str, AfterValidator(_bic)] | None = None
    swish: Annotated[str, Field(pattern=r"^123\d{7}$")] | None = None
    organisation_number: str | None = None
    reference_scheme: str | None = None

    @property
    def international_account(self) -> str | None:
        """The IBAN: the one that is named, or the account when it is one."""
        return self.iban or (self.account if iban.is_valid(self.account) else None)


@dataclass(frozen=True)
class Mistyped:
    """A number that cannot be right, or a scheme that the country does not have."""

    location: Location
    wrong: str
    cure: str


def mistyped(payee: Payee, country: Jurisdiction) -> Iterator[Mistyped]:
    """What of the payee cannot be meant in this country."""
    numbers = {payee.label: ("account", payee.account)}
    if payee.organisation_number is not None:
        numbers["organisation_number"] = ("organisation_number", payee.organisation_number)
    for name, (key, written) in numbers.items():
        check = country.number_checks.get(name)
        if check is not None and not is_number(check, written):
            says = "has a wrong check digit, or not the right number of digits"
            yield Mistyped(("payee", key), says, "write it as it stands in the bank's agreement")
    schemes = country.payment_reference.schemes
    if payee.reference_scheme not in (None, *schemes):
        says = f"is no scheme of {country.code}"
        cure = f"write {' or '.join(schemes)}, as the bank has agreed, or leave the key out"
        yield Mistyped(("payee", "reference_scheme"), says, cure)
