"""The limitation of claims: when one becomes too old, and what starts its time anew."""

from collections import Counter
from datetime import date
from itertools import product
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from backend.plans.claim import Debtor
from backend.plans.law.fact import Fact
from backend.plans.reading import DataModel

Years = Annotated[int, Field(ge=1)]

ClaimKind = Literal["purchase", "loan", "title"]
"""What was bought (goods, a service), a loan or note, what a court decided."""

InterruptingStep = Literal["reminder", "acknowledgement", "payment", "legal_step"]

AgreementKind = Literal["plan", "settlement", "change", "pause", "deferral"]
"""What is said yes to."""


class LimitationPeriod(Fact):
    """After how many years a kind of claim is too old; None when nobody knows.

    `debtor` is whose claims these are, where the law tells a consumer from a business.
    """

    claim: ClaimKind
    debtor: Debtor | None = None
    years: Years | None


class RunsFrom(Fact):
    """From when the first period runs: the day the claim `arose`, or the day it fell `due`."""

    value: Literal["arose", "due"]


class FinalPeriod(Fact):
    """After how many years from the due date nothing helps; None when there is no known end.

    `debtor` is whose claims end then, where the law has it for some debtors only.
    """

    years: Years | None
    debtor: Debtor | None = None


class RenewedBy(Fact):
    """What starts the period anew, at its own length."""

    steps: tuple[InterruptingStep, ...]


class AgreementEffect(Fact):
    """What a yes to such agreements does: whether the period starts anew, and how long it then is.

    `same` is the claim's own period once more. `perhaps` is how long it may also be, where that
    depends on what the agreement is taken for.
    """

    to: Annotated[tuple[AgreementKind, ...], Field(min_length=1)]
    renews: bool
    years: Years | Literal["same"]
    perhaps: Years | None = None


class Limitation(DataModel):
    """The law of limitation in a country."""

    runs_from: RunsFrom
    periods: tuple[LimitationPeriod, ...]
    final: FinalPeriod
    renewed_by: RenewedBy
    agreements: tuple[AgreementEffect, ...]

    @model_validator(mode="after")
    def _says_each_thing_once(self) -> Self:
        found = Counter(
            (period.claim, debtor)
            for period in self.periods
            for debtor in ([period.debtor] if period.debtor else Debtor)
        )
        if found != Counter(product(get_args(ClaimKind), Debtor)):
            kinds = ", ".join(get_args(ClaimKind))
            raise ValueError(f"periods names each of {kinds} once, for all debtors or for each")
        agreements = [kind for row in self.agreements for kind in row.to]
        if sorted(agreements) != sorted(get_args(AgreementKind)):
            raise ValueError(f"agreements names each of {', '.join(get_args(AgreementKind))} once")
        return self

    def years(self, kind: ClaimKind, debtor: Debtor) -> int | None:
        """The years of the period of a `kind` of claim on a `debtor`; None when nobody knows."""
        return next(
            row.years for row in self.periods if row.claim == kind and row.debtor in (None, debtor)
        )

    def effect(self, agreement: AgreementKind) -> AgreementEffect:
        """What a yes to such an agreement does."""
        return next(row for row in self.agreements if agreement in row.to)

    def final_years(self, debtor: Debtor) -> int | None:
        """After how many years from the due date nothing helps; None without a known end."""
        return self.final.years if self.final.debtor in (None, debtor) else None


def years_after(day: date, years: int) -> date:
    """The same day of a later year; 28 February for the 29th where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February: the earlier day, for a claim is rather too old than not
        return day.replace(year=day.year + years, day=28)
