"""What staff are told about the clients and their files."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, Field


class DayHours(BaseModel):
    """The hours of a weekday, named in the user's language, as 08:00 to 17:00."""

    day: str
    opens: str = Field(serialization_alias="from")
    closes: str = Field(serialization_alias="to")


class BandOut(BaseModel):
    """The rules for some of the claims, or what a role may grant, in the user's language."""

    when: str
    lines: list[str]


class RulesOut(BaseModel):
    """The rules that are in force, or that will be; rules without dates have no `since`."""

    state: Literal["now", "coming"]
    since: date | None
    when: str
    lines: list[str]
    bands: list[BandOut]
    by_hand: list[BandOut]


class OccasionOut(BaseModel):
    """On what a person takes over: claims and words in the user's language, and what is meant."""

    text: str
    intents: tuple[str, ...]
    why: str | None


class ClientForStaff(BaseModel):
    """A client as its file describes it. `version` changes with the file."""

    id: str
    name: str
    country: str
    colour: str
    languages: tuple[str, ...]
    channels: list[str]
    open_now: bool
    hours: list[DayHours]
    rules: list[RulesOut]
    hand_over: list[OccasionOut]
    takes_new_conversations: bool
    loaded_at: datetime
    version: str


class FileProblem(BaseModel):
    """Something that is wrong with a client's file; until it is mended, what was right before holds."""

    file: str
    line: int
    value: str
    says: str


class ClientList(BaseModel):
    """The clients, and what is wrong with files, as this process found it at `checked_at`."""

    items: list[ClientForStaff]
    problems: list[FileProblem]
    checked_at: datetime
