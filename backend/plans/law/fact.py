"""Where a figure is from, and what the house does where nobody knows one."""

from datetime import date
from typing import Generic, Literal, Self, TypeVar

from pydantic import model_validator

from backend.plans.reading import DataModel

Value = TypeVar("Value")


class Fact(DataModel):
    """Where a figure is from: `verified` in the source, `known` without one, or `unknown`."""

    source: str
    effective_from: date | None
    confidence: Literal["verified", "known", "unknown"]
    note: str | None = None


class Chosen(Fact, Generic[Value]):
    """What the law says, None when nobody knows it, and beside it what the house does (`used`).

    Where the two differ, the note says that the choice is the house's own.
    """

    value: Value | None
    used: Value

    @model_validator(mode="after")
    def _owns_its_choice(self) -> Self:
        if self.used != self.value and self.note is None:
            raise ValueError("used is not what the law says: a note says whose choice it is")
        return self
