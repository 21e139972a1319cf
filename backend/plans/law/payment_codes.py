"""How claims are paid in a country: the reference's check digits, and what a payer's app scans."""

from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from backend.plans.law.fact import Fact
from backend.plans.references.accounts import NUMBER_CHECKS
from backend.plans.references.check_digits import REFERENCE_SCHEMES


def _known_scheme(name: str) -> str:
    if name not in REFERENCE_SCHEMES:
        raise ValueError(f"no such scheme; known are {', '.join(sorted(REFERENCE_SCHEMES))}")
    return name


def _known_check(name: str) -> str:
    if name not in NUMBER_CHECKS:
        raise ValueError(f"no such check; known are {', '.join(sorted(NUMBER_CHECKS))}")
    return name


Scheme = Annotated[str, AfterValidator(_known_scheme)]
NumberCheck = Annotated[str, AfterValidator(_known_check)]
"""The name of a check in `references.accounts`."""


class PaymentReference(Fact):
    """The scheme of check digits (see `references`) and what the reference is called.

    `also` are the schemes that a client's bank may have agreed to instead.
    """

    scheme: Scheme
    label: str | None
    also: tuple[Scheme, ...] = ()

    @property
    def schemes(self) -> tuple[str, ...]:
        """All schemes that are in use, the common one first."""
        return (self.scheme, *self.also)


class PaymentCode(Fact):
    """A code that payers' apps read.

    `due_as` is how an EPC QR tells the due date, with {due} for the day, and `reference_as` whether
    it carries the reference in the ISO 11649 form or as text; both belong to epc_qr alone.
    """

    kind: Literal["epc_qr", "swish_qr", "using_qr", "virtual_bar_code"]
    due_as: str | None = None
    reference_as: Literal["creditor_reference", "text"] = "text"

    @model_validator(mode="after")
    def _options_of_its_kind(self) -> "PaymentCode":
        if self.kind != "epc_qr" and {"due_as", "reference_as"} & self.model_fields_set:
            raise ValueError("due_as and reference_as are for epc_qr alone")
        if self.due_as is not None and "{due}" not in self.due_as:
            raise ValueError("due_as has no {due}, so that it would tell no day")
        return self
