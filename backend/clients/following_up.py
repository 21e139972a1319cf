"""What a client wants to be said to its debtors first: the `followup:` section of its data file."""

from typing import Annotated

from pydantic import Field

from backend.plans.reading import DataModel

DaysOn = Annotated[int, Field(strict=True, ge=0, le=60)]


class Followup(DataModel):
    """Each part may be switched off, and all of it; what is not mentioned is as it stands here.

    `remind_days_before`: how many days before an instalment is due; null for no reminder.
    `thanks`: whether a booked payment is thanked for.
    `ask_days_after`: how many days after an instalment should have been booked (its day and the
    client's payment_days as bank days) it is asked about; null for no question.
    `days_to_answer`: for how long that question stands at least before the plan breaks.
    `breaks_after_days`: how many days after it should have been booked a plan breaks; null for the
    country's usual grace.
    `plan_breaks`: false when only a person ends a plan.
    `quiet_days_after_crisis`: for how long nothing is said first to somebody who was in danger.
    """

    active: bool = True
    remind_days_before: Annotated[DaysOn, Field(le=14)] | None = 3
    thanks: bool = True
    ask_days_after: DaysOn | None = 1
    days_to_answer: DaysOn = 7
    plan_breaks: bool = True
    breaks_after_days: DaysOn | None = None
    quiet_days_after_crisis: DaysOn = 30
