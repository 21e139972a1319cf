"""What goes in and out of the notes' route."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from backend.notes.models import NoteKind
from backend.staff.schemas import Named


class NoteIn(BaseModel):
    """A note. `id` makes it harmless to send it again."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    text: Annotated[str, Field(max_length=4000)]


class NoteOut(BaseModel):
    """A note as the console shows it; `after` is the message (its seq) that it follows."""

    conversation: str
    id: str
    kind: NoteKind
    about: str | None
    text: str
    after: int
    by: Named
    at: datetime
