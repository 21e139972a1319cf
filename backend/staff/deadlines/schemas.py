"""What goes out of the routes of deadlines."""

from datetime import date

from pydantic import BaseModel, Field

from backend.staff.schemas import ClientOut, HandoffOut


class DeadlineCounts(BaseModel):
    """`late` is behind a promise or a target now; `soon` are promises that are due before long."""

    late: int
    soon: int


class Deadlines(BaseModel):
    """`promises` are still to be kept, the first one first; `missed` is done since."""

    late: list[HandoffOut]
    promises: list[HandoffOut]
    missed: list[HandoffOut]
    counts: DeadlineCounts


class Share(BaseModel):
    """How many targets were met `of` how many; `percent` is null of none."""

    met: int
    of: int
    percent: float | None


class Met(BaseModel):
    """The two clocks of one client."""

    client: ClientOut
    answer: Share
    resolution: Share


class MetTargets(BaseModel):
    """By client, and of all of them; days are the clients' own, both counted."""

    first: date = Field(serialization_alias="from")
    last: date = Field(serialization_alias="to")
    clients: list[Met]
    answer: Share
    resolution: Share
