"""What goes in and out of the routes of searching."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from backend.conversations.kinds import Mode, Sender
from backend.handoff.kinds import Outcome
from backend.searching.words import Search
from backend.staff.schemas import HandoffOut

Place = Literal["handoff", "case", "debtor", "message", "note"]


class SearchIn(BaseModel):
    """What is searched for; `before` is the last conversation of the page before."""

    words: Search
    before: Annotated[str, Field(max_length=64)] | None = None


class Found(BaseModel):
    """A conversation, and where the words stand in it; `text` is what stands around them."""

    handoff: HandoffOut
    place: Place
    text: str | None
    sender: Sender | None
    at: datetime


class Page(BaseModel):
    """What was found, the newest conversation first."""

    items: list[Found]
    more: bool


class Earlier(BaseModel):
    """Another conversation of the same debtor; who has not been handed over is not `open` to staff."""

    id: str
    case: str | None
    channel: str
    language: str
    begun_at: datetime
    mode: Mode
    messages: int
    files: int
    open: bool
    reason: str | None
    outcome: Outcome | None


class History(BaseModel):
    """All others of the debtor that are kept, the newest first."""

    items: list[Earlier]
    more: bool
