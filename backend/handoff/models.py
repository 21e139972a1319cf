"""The table of handoffs."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.clock import utc_now
from backend.conversations.models import Conversation
from backend.database import Base
from backend.handoff.kinds import HandoffKind, HandoffState, Outcome

_OPEN_FOR_CHAT = text("state IN ('waiting', 'taken') AND NOT keeps_assistant")


class Handoff(Base):
    """A conversation that a person is to look at.

    `wish` is the debtor's last relevant line, `facts` what the assistant had found out. A
    conversation has at most one that is open and stops the assistant. What is promised and due is
    told by the clock of the house, what has happened by the real one. `answer_due_at` and
    `resolution_due_at` are the client's targets as they were when it was made; `answered_at` is
    when a person first wrote, or a call was made; `missed` that a clock was stopped too late.
    `call_from` is the time that a debtor picked to be called. `told_place` and `told_minutes` are
    what the debtor last heard of the wait, and `told_at` when.
    """

    __tablename__ = "handoffs"
    __table_args__ = (
        Index(
            "uq_handoffs_one_open_a_conversation",
            "conversation_id",
            unique=True,
            sqlite_where=_OPEN_FOR_CHAT,
            postgresql_where=_OPEN_FOR_CHAT,
        ),
        Index("ix_handoffs_state_created_at", "state", "created_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    reference: Mapped[str] = mapped_column(String(16), unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    kind: Mapped[HandoffKind]
    reason: Mapped[str] = mapped_column(String(32))
    priority: Mapped[int]
    keeps_assistant: Mapped[bool]
    state: Mapped[HandoffState] = mapped_column(default="waiting", index=True)
    wish: Mapped[str] = mapped_column(Text)
    facts: Mapped[dict[str, Any]]
    phone: Mapped[str | None] = mapped_column(String(40))
    promised_at: Mapped[datetime | None]
    call_from: Mapped[datetime | None]
    answer_due_at: Mapped[datetime | None] = mapped_column(index=True)
    resolution_due_at: Mapped[datetime | None] = mapped_column(index=True)
    answered_at: Mapped[datetime | None]
    missed: Mapped[bool] = mapped_column(default=False)
    told_place: Mapped[int | None]
    told_minutes: Mapped[int | None]
    told_at: Mapped[datetime | None]
    taken_by: Mapped[str | None] = mapped_column(String(32), index=True)
    taken_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[Outcome | None]
    outcome_reason: Mapped[str | None] = mapped_column(String(32))
    note: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    conversation: Mapped[Conversation] = relationship(lazy="joined", innerjoin=True)


# Two thousand who wait took 24 ms to sort, for the first twenty of them.
Index(
    "ix_handoffs_in_order",
    Handoff.state,
    Handoff.priority.desc(),
    Handoff.created_at,
    Handoff.id,
)
