"""What a client may let the assistant agree to in a country."""

from typing import Annotated, Literal

from pydantic import Field

from backend.plans.law.fact import Fact


class PlanBound(Fact):
    """The most that a client may let the assistant agree to: days put off, or months of a plan."""

    bound: Literal["deferral_days", "plan_months"]
    at_most: Annotated[int, Field(ge=1)]


class Grace(Fact):
    """How many days a missed instalment may still come in before the plan ends."""

    days: Annotated[int, Field(strict=True, ge=1)]
