"""A band: the rules for one kind of claim. The first band that fits a claim is the one."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from backend.plans.reading import DataModel
from backend.plans.rules.later import Change, Pause, Postponement, Settlement
from backend.plans.rules.rhythm import Rhythm
from backend.plans.rules.terms import (
    DownPayment,
    Duration,
    Fees,
    FirstPayment,
    Instalment,
    Instalments,
    InterestWhileKept,
    PayDays,
)
from backend.plans.rules.when import When


class Band(DataModel):
    """The rules for the claims that `when` names.

    What is left out of `deferral`, `settlement`, `pause` and `change` only a person may grant.
    """

    when: When = When()
    instalment: Instalment
    instalments: Instalments
    duration: Duration | None = None
    first_payment: FirstPayment
    down_payment: DownPayment | None = None
    rhythm: Annotated[tuple[Rhythm, ...], Field(min_length=1)] = (Rhythm.MONTHLY,)
    pay_days: PayDays = PayDays()
    interest: InterestWhileKept = "frozen"
    fees: Fees = Fees()
    deferral: Postponement | None = None
    settlement: Settlement | None = None
    pause: Pause | None = None
    change: Change | None = None
    why: str | None = None

    @model_validator(mode="after")
    def _always_leaves_something_for_the_last_payment(self) -> Self:
        # A total split evenly in n has a last part above zero when each is n minor units or more.
        if self.instalment.at_least - self.fees.notice < self.instalments.at_most:
            raise ValueError("instalment.at_least is too small for so many instalments")
        return self
