"""What a band lets happen besides a plan, and to a plan that runs."""

from typing import Annotated

from pydantic import Field

from backend.plans.reading import DataModel
from backend.plans.rules.percent import Percent
from backend.plans.rules.terms import AtLeastOne


class Postponement(DataModel):
    """For how long all of the payment may be put off, and how often."""

    at_most_days: AtLeastOne
    at_most_times: AtLeastOne = 1


class Settlement(DataModel):
    """A part that is taken for all: at least so much of the balance, paid within so many days."""

    at_least_percent: Percent
    within_days: AtLeastOne


class Pause(DataModel):
    """How many instalments of a plan that runs may be skipped within so many months."""

    at_most_instalments: AtLeastOne
    within_months: AtLeastOne = 12


class Change(DataModel):
    """How often a plan that runs may be changed, and how far its next payment may move."""

    at_most_times: AtLeastOne
    next_within_days: Annotated[int, Field(strict=True, ge=1)] = 14
