"""The table of internal notes."""

from datetime import datetime
from typing import Literal

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.database import Base

#: Written by somebody, or left by what somebody did: a hold, or the end of a conversation.
NoteKind = Literal["note", "hold_placed", "hold_lifted", "closed", "returned"]


class Note(Base):
    """Something that staff know about a conversation and its case.

    It is no message, so whatever is said, shown or sent to a debtor cannot hold it: nothing that
    reads messages reads this table. `id` is the console's, so that the same note again is one note.
    `about` is what was done: the reason of a hold, or how it ended, such as `solved.plan_agreed`.
    `after` is the last message (its seq) when it was written, `by` a staff user.
    """

    __tablename__ = "notes"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[NoteKind] = mapped_column(String(16))
    about: Mapped[str | None] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    after: Mapped[int]
    by: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(default=utc_now)
