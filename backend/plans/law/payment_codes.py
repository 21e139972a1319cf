"""How claims are paid in a country: the reference's check digits, and what a payer's app scans."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

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

CodeKind = Literal["epc_qr", "swish_qr", "using_qr", "virtual_bar_code"]
_OPTIONS = {"due_as": "epc_qr", "reference_as": "epc_qr", "account_kinds": "using_qr"}


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
    """A code that payers' apps read, for payments in `currency` (ISO 4217).

    Of epc_qr: `due_as` is how it tells the due date, with {due} for the day, and `reference_as`
    whether it carries the reference in the form of ISO 11649 or as text. Of using_qr:
    `account_kinds` is what it calls the kinds of account that it takes.
    """

    kind: CodeKind
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    due_as: str | None = None
    reference_as: Literal["creditor_reference", "text"] = "text"

    account_kinds: dict[str, str] = {}

    @model_validator(mode="after")
    def _options_of_its_kind(self) -> "PaymentCode":
        for option, kind in _OPTIONS.items():
            if option in self.model_fields_set and self.kind != kind:
                raise ValueError(f"{option} is for {kind} alone")
        if self.due_as is not None and "{due}" not in self.due_as:
            raise ValueError("due_as has no {due}, so that it would tell no day")
        return self
