"""The table of decisions about missed messages."""

from datetime import datetime
from typing import Literal

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.database import Base

Decided = Literal["taught", "set_aside"]


class MissDecision(Base):
    """What was decided about messages of the same words; without one they are open.

    `words` is the fingerprint of client, language and masked words: nothing of what was written. A
    taught one has the `line` that was put under `intent` in `file`, a path within the working copy;
    `added` says that it was not there before.
    """

    __tablename__ = "miss_decisions"

    words: Mapped[str] = mapped_column(String(64), primary_key=True)
    client: Mapped[str] = mapped_column(String(64), index=True)
    state: Mapped[Decided] = mapped_column(String(16))
    intent: Mapped[str | None] = mapped_column(String(64))
    file: Mapped[str | None] = mapped_column(String(200))
    line: Mapped[str | None] = mapped_column(Text)
    added: Mapped[bool] = mapped_column(default=False)
    decided_by: Mapped[str] = mapped_column(String(32))
    decided_at: Mapped[datetime] = mapped_column(default=utc_now)
