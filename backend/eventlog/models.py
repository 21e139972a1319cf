"""The table of the event log."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.clock import utc_now
from backend.database import Base


class LoggedEvent(Base):
    """Something that happened. `kind`, `version` and the fields of `data` are those of kinds.yaml.

    Rows are only ever added. Retention may give a conversation's events another `conversation`, as
    forgetting.py does, so that figures stay and the way back to a person does not.
    """

    __tablename__ = "logged_events"
    __table_args__ = (Index("ix_logged_events_kind_at", "kind", "at"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
    kind: Mapped[str] = mapped_column(String(32))
    version: Mapped[int]
    client: Mapped[str] = mapped_column(String(64), index=True)
    channel: Mapped[str | None] = mapped_column(String(16))
    language: Mapped[str | None] = mapped_column(String(8))
    conversation: Mapped[str | None] = mapped_column(String(32), index=True)
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
