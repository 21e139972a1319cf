"""By when a client wants people to have answered: the `targets:` section of its data file."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from backend.clients.faults import wrong
from backend.plans.reading import DataModel

_MINUTE = 60
_HOUR = 3600


class Targets(DataModel):
    """Counted in the client's opening hours, from asking for a person; the assistant's time is none.

    `first_answer_minutes`: until a person has written; what is promised outside the hours too.
    `resolution_hours`: until the person is done with it; null for no such target.
    """

    first_answer_minutes: Annotated[int, Field(strict=True, ge=1, le=5 * 24 * 60)] = 60
    resolution_hours: Annotated[int, Field(strict=True, ge=1, le=2000)] | None = 16

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.resolution_seconds is not None and self.resolution_seconds < self.answer_seconds:
            raise wrong("is done sooner than it is answered")
        return self

    @property
    def answer_seconds(self) -> int:
        """The first target in open seconds."""
        return self.first_answer_minutes * _MINUTE

    @property
    def resolution_seconds(self) -> int | None:
        """The second one in open seconds."""
        return None if self.resolution_hours is None else self.resolution_hours * _HOUR
