"""What goes in and out of the routes of missed messages."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

State = Literal["open", "taught", "set_aside"]


class Guess(BaseModel):
    """What the message was nearly taken for; `confidence` from 0 to 1."""

    intent: str
    confidence: float


class Miss(BaseModel):
    """Messages of the same words. `id` is the newest one's; `before` the assistant's line before it.

    A taught one has the `file` that it was put into. One that `lacks` a value was understood: its
    words for values go into the `lexicon`, and no example helps.
    """

    id: int
    at: datetime
    language: str
    client: str
    text: str
    times: int
    guesses: list[Guess]
    lacks: Literal["value"] | None
    lexicon: str | None
    before: str | None
    state: State
    taught_as: str | None
    file: str | None


class Counts(BaseModel):
    """How many there are of each state, in the days and for the clients that were asked for."""

    open: int = 0
    taught: int = 0
    set_aside: int = 0


class Misses(BaseModel):
    """A page of missed messages, the most frequent first."""

    items: list[Miss]
    counts: Counts
    more: bool


class Intent(BaseModel):
    """An intent of the contract, with an example of what people mean by it."""

    name: str
    group: str
    says: str
    importance: str
    neighbours: list[str]


class WorkingCopyState(BaseModel):
    """Whether lines can be put into training files, and a sentence about it."""

    ready: bool
    says: str


class Intents(BaseModel):
    """What a missed message may be taught as."""

    intents: list[Intent]
    working_copy: WorkingCopyState


class TeachIn(BaseModel):
    """The intent; the line if it is not the message as it was written; its language if that was
    taken for another.
    """

    intent: Annotated[str, Field(max_length=64)]
    text: Annotated[str, Field(max_length=500)] | None = None
    language: Annotated[str, Field(pattern="^[a-z]{2,3}$")] | None = None


class Taught(BaseModel):
    """Where the line stands now."""

    state: Literal["taught"] = "taught"
    file: str
    line: int
