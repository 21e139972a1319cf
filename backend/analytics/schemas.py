"""What the figures' routes answer."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

#: The query that leads from a figure to the conversations behind it.
Drill = dict[str, str | list[str]]


class ClientName(BaseModel):
    """A client that the user may see."""

    id: str
    name: str
    colour: str


class Amount(BaseModel):
    """A median of one currency, in minor units, and from how many it is counted."""

    currency: str
    value: float
    of: int


class Figure(BaseModel):
    """A figure with its change. Null is nothing to count from, which is not zero.

    `of` is how many the value is counted from, `before_of` the value before.
    """

    name: str
    label: str
    unit: str
    value: float | None
    before: float | None
    of: int
    before_of: int
    by_currency: list[Amount] | None = None
    definition: str


class Figures(BaseModel):
    """All figures of the chosen days."""

    model_config = ConfigDict(populate_by_name=True)

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    clients: list[ClientName]
    languages: list[str]
    channels: list[str]
    figures: list[Figure]


class Part(BaseModel):
    """One part of a row, such as what an hour was while people were there."""

    key: str
    label: str
    value: float | None
    of: int
    drill: Drill


class Row(BaseModel):
    """One row of a chart; `in_hours` is the share in percent while people were there."""

    key: str
    label: str
    value: float | None
    of: int
    before: float | None = None
    in_hours: float | None = None
    series: list[Part] | None = None
    drill: Drill


class Total(BaseModel):
    """All rows together."""

    value: float | None
    of: int


class Chart(BaseModel):
    """A chart that answers one question."""

    chart: str
    question: str
    definition: str
    unit: str
    rows: list[Row]
    total: Total | None


class Listed(BaseModel):
    """A conversation behind a figure. `outcome` is null while it goes on.

    `endings`: how a person ended it each time, and why, in words, the first first.
    """

    id: str
    seq: int
    client: str
    language: str | None
    channel: str | None
    begun_at: datetime
    turns: int
    missed: int
    outcome: str | None
    outcome_label: str | None
    reason: str | None
    reason_label: str | None
    endings: list[str]


class Listing(BaseModel):
    """A page of conversations, the newest first."""

    items: list[Listed]
    more: bool


class MaskedMessage(BaseModel):
    """What was said, without what tells who somebody is."""

    at: datetime
    sender: str
    text: str
    understood: dict[str, Any] | None


class MaskedConversation(BaseModel):
    """A conversation as an analyst reads it."""

    conversation: Listed
    messages: list[MaskedMessage]
