"""The limitation of claims: when one becomes too old, and what starts its time anew."""

from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from backend.plans.law.fact import Fact
from backend.plans.reading import DataModel

Years = Annotated[int, Field(ge=1)]

ClaimKind = Literal["consumer", "loan", "title"]
"""What was bought for private use, a loan or note (and any other debt), what a court decided."""

InterruptingStep = Literal["reminder", "acknowledgement", "payment", "legal_step"]


class LimitationPeriod(Fact):
    """After how many years a kind of claim is too old."""

    claim: ClaimKind
    years: Years


class RunsFrom(Fact):
    """From when the first period runs: the day the claim `arose`, or the day it fell `due`."""

    value: Literal["arose", "due"]


class FinalPeriod(Fact):
    """After how many years from the due date nothing helps; None when there is no known end."""

    years: Years | None


class RenewedBy(Fact):
    """What starts the period anew, at its own length."""

    steps: tuple[InterruptingStep, ...]


class AgreementEffect(Fact):
    """What agreeing to a plan does: whether the period starts anew, and how long the new one is.

    `same` is the claim's own period once more.
    """

    renews: bool
    years: Years | Literal["same"]


class Limitation(DataModel):
    """The law of limitation in a country, for claims on private persons."""

    runs_from: RunsFrom
    periods: tuple[LimitationPeriod, ...]
    final: FinalPeriod
    renewed_by: RenewedBy
    agreement: AgreementEffect

    @model_validator(mode="after")
    def _has_each_kind_once(self) -> Self:
        if sorted(period.claim for period in self.periods) != sorted(get_args(ClaimKind)):
            raise ValueError(f"periods names each of {', '.join(get_args(ClaimKind))} once")
        return self

    def years(self, kind: ClaimKind) -> int:
        """The years of the period of a `kind` of claim."""
        return next(period.years for period in self.periods if period.claim == kind)

    def years_after_agreement(self, kind: ClaimKind) -> int:
        """The years of the new period that an agreement starts."""
        return self.years(kind) if self.agreement.years == "same" else self.agreement.years


def years_after(day: date, years: int) -> date:
    """The same day of a later year; 28 February for the 29th where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February: the earlier day, for a claim is rather too old than not
        return day.replace(year=day.year + years, day=28)
